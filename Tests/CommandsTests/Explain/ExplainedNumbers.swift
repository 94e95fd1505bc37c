import Arguments
import Analysis
import Records
import Text
import XCTest

@testable import Commands
@testable import Reports

/// What one command prints of one program, with the people behind each of its numbers.
struct ExplainedNumbers {
  /// One number with its list.
  struct Explained {
    let number: DocumentNumber
    /// Nil where it has nothing to do with participants.
    let relation: Formula.Relation?
    /// Those who are listed, in the order of their ids.
    let ids: [String]?
  }

  let command: String
  let answer: ExplainedAnswer
  let all: [Explained]
  private let table: CohortColumns

  /// What a command prints, without the people behind its numbers.
  private struct Answered {
    let command: ExplainedCommand
    let table: CohortColumns
    let selection: CohortSelection
    let answer: ExplainedAnswer

    /// - Parameter line: the command with its flags.
    init(_ line: String, _ world: World) async throws {
      let words = line.components(separatedBy: " ")
      command = try XCTUnwrap(ExplainedCommand(rawValue: words[0]))
      let invocation = try CommandLineParser.parse(
        ["explain"] + words, commands: Command.all)
      guard case .run(_, let arguments) = invocation else { throw CocoaError(.featureUnsupported) }
      let read = ValueReader(arguments, world)
      let program = read.program()
      let question = try CohortQuestion(read, in: program)
      table = try await question.table(keepsAnswers: command.needsAnswers)
      selection = question.selection
      answer = await (try command.answer(read, in: program, []).get())(
        table, selection, question.instruments)
    }
  }

  /// The answer of a command.
  /// - Parameter line: the command with its flags.
  static func answer(_ line: String, _ world: World) async throws -> ExplainedAnswer {
    try await Answered(line, world).answer
  }

  /// - Parameter line: the command with its flags.
  init(_ line: String, _ world: World) async throws {
    let answered = try await Answered(line, world)
    let (table, selection, answer) = (answered.table, answered.selection, answered.answer)
    self.command = answered.command.rawValue
    self.table = table
    self.answer = answer
    all = answer.numbers.map { number in
      let people = answer.criterion(of: number) == nil ? nil : number.formula?.people
      // What is computed from a group's data is as what is computed from everybody's.
      let isListed = people?.relation == .counts || number.place.values.isEmpty
      return Explained(
        number: number, relation: people?.relation,
        ids: isListed ? Self.ids(answer.participants(behind: number, in: table, selection)) : [])
    }
  }

  /// What is wrong with the lists: nothing, if each has as many people as its number says.
  var faults: [String] {
    all.compactMap { explained in
      let number = explained.number
      let what = "\(command) \(number.place) \(number.path) \(number.label ?? "")"
      guard let formula = number.formula else { return "\(what): no formula" }
      guard !number.values.isEmpty else { return nil }
      guard let ids = explained.ids else {
        return formula.people?.relation == .counts || explained.relation != nil
          ? "\(what): no list" : nil
      }
      guard formula.people?.relation == .counts else { return nil }
      return number.values == [Double(ids.count)] ? nil : "\(what): \(number.values) ≠ \(ids)"
    }
  }

  /// What is wrong with the addresses: nothing, if each leads to its number.
  /// - Parameter tries: about how many of them are tried, spread over the document.
  func addressFaults(tries: Int) -> [String] {
    let instruments = table.program.instruments.map(\.id.rawValue)
    let timepoints = table.program.timepoints.map(\.id.rawValue)
    return stride(from: 0, to: all.count, by: max(1, all.count / tries)).compactMap { position in
      let number = all[position].number
      let words = [number.place.instrument, number.place.timepoint, number.path]
      let address = NumberAddress(
        command: command, words: words.compactMap(\.self) + number.place.values.sorted(),
        row: number.label)
      do {
        let found = try address.numbers(
          in: answer.numbers, headings: answer.headings, instruments: instruments,
          timepoints: timepoints)
        let isFound = found.contains { $0.values == number.values && $0.label == number.label }
        return isFound && found.allSatisfy { $0.path == number.path && $0.place == number.place }
          ? nil : "\(address.text) leads to \(found.map(\.path))"
      } catch {
        return "\(address.text): \(error)"
      }
    }
  }

  /// Every number of the document, found by walking through it.
  var printed: [Double] { Self.numbers(in: answer.document).sorted() }

  private static func numbers(in value: JSONValue) -> [Double] {
    switch value {
    case .number(let number): [number]
    case .array(let elements): elements.flatMap(numbers)
    case .object(let members): members.flatMap { numbers(in: $0.value) }
    case .null, .bool, .string: []
    }
  }

  private static func ids(_ list: ParticipantList?) -> [String]? {
    list.map { list in
      (0..<list.count).filter { list.entries[Int(list.numbers[$0])].isIncluded }.map(list.id)
    }
  }
}
