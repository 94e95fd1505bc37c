/// The whole-number codes that an item may be answered with.
package struct AnswerScale: Sendable, Equatable {
  package let codes: ClosedRange<Int>
  /// What each code means, from the lowest to the highest; empty where the number speaks for itself
  /// or the wording may not be shipped.
  package let labels: [String]
  /// LOINC answer codes in the same order; empty where none was verified.
  package let loinc: [String]

  package init(_ codes: ClosedRange<Int>, labels: [String] = [], loinc: [String] = []) {
    self.codes = codes
    self.labels = labels
    self.loinc = loinc
  }

  /// The codes as a message lists them: `0 Not at all, 1 Several days` or `1 to 3`.
  package var text: String {
    guard labels.count == codes.count else { return "\(codes.lowerBound) to \(codes.upperBound)" }
    return zip(codes, labels).map { "\($0) \($1)" }.joined(separator: ", ")
  }
}
