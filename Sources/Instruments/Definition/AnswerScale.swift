/// The whole-number codes that an item can be answered with.
package struct AnswerScale: Sendable, Equatable {
  package let codes: ClosedRange<Int>
  /// The meaning of each code, from the lowest to the highest; empty if the number needs no
  /// explanation or the wording may not be shipped.
  package let labels: [String]
  /// LOINC answer codes in the same order; empty if none was verified.
  package let loinc: [String]

  package init(_ codes: ClosedRange<Int>, labels: [String] = [], loinc: [String] = []) {
    self.codes = codes
    self.labels = labels
    self.loinc = loinc
  }

  /// The codes as they are listed in messages: `0 Not at all, 1 Several days` or `1 to 3`.
  package var text: String {
    guard labels.count == codes.count else { return "\(codes.lowerBound) to \(codes.upperBound)" }
    return zip(codes, labels).map { "\($0) \($1)" }.joined(separator: ", ")
  }
}
