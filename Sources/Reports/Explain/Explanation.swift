import Documents
import Analysis
import Records
import Text

/// The explanation of an address: its numbers with their formulas, and the participants behind
/// them.
package struct Explanation: Sendable {
  /// One number.
  struct Line: Sendable {
    let number: DocumentNumber
    var formula: Formula? { number.formula }

    /// The participants behind the number; nil where there are none, and where a count is
    /// undefined.
    var people: Formula.People? {
      let people = formula?.people
      return number.values.isEmpty && people?.relation == .counts ? nil : people
    }

    /// The number as text.
    var text: String {
      switch number.values.count {
      case 0: "undefined"
      case 1: Self.spelled(number.values[0])
      default: "[" + number.values.map(Self.spelled).joined(separator: ", ") + "]"
      }
    }

    /// The formula's arithmetic with numbers in place of keys; nil where there is none, or no
    /// result.
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

  /// The participants listed, and their relation to the numbers.
  package enum People: Sendable {
    /// The number is the count of these participants.
    case counted(ParticipantList)
    /// The number is computed from these participants' data.
    case computedFrom(ParticipantList)
    /// There are several numbers or rows that do not all include the same participants. The list is
    /// that of the widest part of the cohort that numbers at this place usually include.
    case several(ParticipantList, Part)
    /// The number does not depend on participants.
    case none

    package var list: ParticipantList? {
      switch self {
      case .counted(let list), .computedFrom(let list), .several(let list, _): list
      case .none: nil
      }
    }
  }

  /// A part of a cohort, with its name.
  package struct Part: Sendable {
    let words: String
    let criterion: InclusionCriterion

    static let enrolled = Part(words: "all enrolled participants", criterion: .enrolled)
    static let byTimepoints = Part(
      words: "all enrolled participants, by the timepoints where they are scored",
      criterion: .pattern { _ in true })
    static let scored = Part(words: "participants scored at the timepoint", criterion: .scored)
    static let paired = Part(
      words: "participants scored at the timepoint and at baseline", criterion: .paired)
  }

  let address: NumberAddress
  let lines: [Line]
  let people: People

  /// - Parameters:
  ///   - answer: the answer of the command in the address.
  ///   - table: the data that the answer was computed from.
  ///   - selection: the participants that the command selected.
  /// - Throws: the problem with the address, such as that it is ambiguous.
  package init(
    _ address: NumberAddress, in answer: ExplainedAnswer, of table: CohortColumns,
    _ selection: CohortSelection
  ) throws(Problems) {
    let timepoints = table.program.timepoints.map(\.id.rawValue)
    let numbers = try address.numbers(
      in: answer.numbers, headings: answer.headings,
      instruments: table.program.instruments.map(\.id.rawValue),
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
