import Documents
import Analysis
import Records
import Text

/// What there is to say of an address: its numbers with their formulas, and whom they stand on.
package struct Explanation: Sendable {
  /// One number.
  struct Line: Sendable {
    let number: DocumentNumber
    var formula: Formula? { number.formula }

    /// The participants behind the number; nil where there are none, as where a number that would
    /// count some is not defined.
    var people: Formula.People? {
      let people = formula?.people
      return number.values.isEmpty && people?.relation == .counts ? nil : people
    }

    /// The number as people read it.
    var text: String {
      switch number.values.count {
      case 0: "not defined"
      case 1: Self.spelled(number.values[0])
      default: "[" + number.values.map(Self.spelled).joined(separator: ", ") + "]"
      }
    }

    /// The formula's arithmetic with its numbers; nil where there is none, or no result.
    var filled: String? {
      number.values.isEmpty
        ? nil : formula?.filled(with: number.neighbors, spelling: Self.spelled)
    }

    private static func spelled(_ value: Double) -> String {
      if let whole = Int(exactly: value) { return ReadableNumber.integer(whole) }
      return abs(value) < 0.0001
        ? NumberText.shortest(value) : ReadableNumber.decimal(value, decimals: 4)
    }
  }

  /// How the numbers stand to the people who are listed.
  package enum People: Sendable {
    /// Their number is the number.
    case counted(ParticipantList)
    /// The number is computed from their data.
    case computedFrom(ParticipantList)
    /// There are several numbers or rows, and not all include the same people: the widest part of
    /// the cohort that is usual at the place is listed instead.
    case several(ParticipantList, Part)
    /// The number has nothing to do with participants.
    case none

    package var list: ParticipantList? {
      switch self {
      case .counted(let list), .computedFrom(let list), .several(let list, _): list
      case .none: nil
      }
    }
  }

  /// A part of a cohort, with what it is called.
  package struct Part: Sendable {
    let words: String
    let criterion: InclusionCriterion

    static let enrolled = Part(words: "everybody enrolled", criterion: .enrolled)
    static let byTimepoints = Part(
      words: "everybody enrolled, by the timepoints at which they are scored",
      criterion: .pattern { _ in true })
    static let scored = Part(words: "those scored at the timepoint", criterion: .scored)
    static let paired = Part(
      words: "those scored at the timepoint and at baseline", criterion: .paired)
  }

  let address: NumberAddress
  let lines: [Line]
  let people: People

  /// - Parameters:
  ///   - answer: what the command that is named has to say.
  ///   - table: what it was made of.
  ///   - selection: whom the command asked about.
  /// - Throws: what is wrong with the address, or what it leaves open.
  package init(
    _ address: NumberAddress, in answer: ExplainedAnswer, of table: CohortColumns,
    _ selection: CohortSelection
  ) throws(Problems) {
    let timepoints = table.program.timepoints.map(\.id.rawValue)
    let numbers = try address.numbers(
      in: answer.numbers, instruments: table.program.instruments.map(\.id.rawValue),
      timepoints: timepoints)
    self.address = address
    lines = numbers.map { Line(number: $0) }
    people = Self.people(of: numbers, in: answer, table, selection)
  }

  private static func people(
    of numbers: [DocumentNumber], in answer: ExplainedAnswer, _ table: CohortColumns,
    _ selection: CohortSelection
  ) -> People {
    guard let first = numbers.first else { return .none }
    let people = first.formula?.people
    let isDefined = Line(number: first).people != nil
    let areAlike = numbers.allSatisfy { $0.path == first.path } && people?.isOfRows != true
    guard numbers.count == 1 || areAlike else {
      let part: Part =
        if first.place.instrument == nil {
          .enrolled
        } else if first.place.timepoint == nil {
          .byTimepoints
        } else {
          first.place.timepoint == table.program.timepoints.first?.id.rawValue ? .scored : .paired
        }
      return ExplainedAnswer.participants(part.criterion, at: first.place, in: table, selection)
        .map { .several($0, part) } ?? .none
    }
    guard numbers.count > 1 || isDefined else { return .none }
    return answer.participants(behind: first, in: table, selection).map {
      people?.relation == .counts ? .counted($0) : .computedFrom($0)
    } ?? .none
  }
}
