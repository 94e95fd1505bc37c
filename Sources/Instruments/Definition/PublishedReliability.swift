/// A published reliability of an instrument, above 0 and below 1.
package struct PublishedReliability: Sendable, Equatable {
  package let kind: Kind
  package let value: Double
  /// The sample it was computed from; nil if unknown.
  package let sample: String?
  package let source: Source

  /// The kind of reliability. Alpha tells how well the items agree at one time; retest reliability
  /// tells how well scores agree over a period in which people change as well.
  package enum Kind: String, CaseIterable, Sendable {
    case cronbachAlpha = "cronbach_alpha"
    /// The correlation of two assessments of the same people, as an intraclass correlation or not.
    case retest

    /// The name of the kind in a sentence.
    package var words: String {
      switch self {
      case .cronbachAlpha: "Cronbach's alpha"
      case .retest: "retest reliability"
      }
    }
  }

  package init(_ kind: Kind, _ value: Double, sample: String? = nil, source: Source) {
    self.kind = kind
    self.value = value
    self.sample = sample
    self.source = source
  }
}
