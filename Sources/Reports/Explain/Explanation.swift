import Analysis
import Text

/// What there is to say of an address: its numbers with their formulas, and whom they stand on.
package struct Explanation: Sendable {
  /// One number.
  struct Line: Sendable {
    let number: DocumentNumber
    var formula: Formula? { number.formula }

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

  let address: NumberAddress
  let lines: [Line]
  /// Where the numbers stand, completed by what the address left out.
  private let place: DocumentNumber.Place

  /// - Parameters:
  ///   - answer: what the command that is named has to say.
  ///   - instruments: the ids of the program's instruments.
  ///   - timepoints: the ids of its timepoints.
  /// - Throws: what is wrong with the address, or what it leaves open.
  package init(
    _ address: NumberAddress, in answer: some Reportable, instruments: [String],
    timepoints: [String]
  ) throws(Problems) {
    let numbers = try address.numbers(
      in: DocumentNumber.all(in: answer.json), instruments: instruments, timepoints: timepoints)
    self.address = address
    lines = numbers.map { Line(number: $0) }
    place = numbers.first?.place ?? .init()
  }

  /// The instrument that the numbers are of, if any.
  package var instrument: String? { place.instrument }

  /// The timepoint that the numbers are of, if any.
  package var timepoint: String? { place.timepoint }

  /// Whether only one number is meant, if in several rows.
  private var isOfOneNumber: Bool { Set(lines.map(\.number.path)).count == 1 }

  /// Whether the numbers stand on different people, those scored and those whose change is counted.
  var isOfDifferentPeople: Bool { !isOfOneNumber && timepoint != nil }

  /// Whom the numbers stand on: of one number its own, of all numbers of a place those whose change is
  /// counted there; nil where it is nobody.
  /// - Parameter baseline: the id of the first timepoint, from which nobody can have changed.
  package func people(baseline: String?) -> LedgerQuestion? {
    if isOfOneNumber { return lines.first?.formula?.people }
    if let people = lines.first?.formula?.people,
      lines.allSatisfy({ $0.formula?.people == people })
    {
      return people
    }
    if instrument == nil { return .enrollment(withdrawnOnly: false) }
    if timepoint == nil { return .patterns(.any) }
    return timepoint == baseline ? .scored : .paired
  }
}
