/// How reliable an instrument was found to be, above 0 and below 1, as published.
package struct PublishedReliability: Sendable, Equatable {
  package let kind: Kind
  package let value: Double
  /// Whose answers it was computed from; nil where that is not known.
  package let sample: String?
  package let source: Source

  /// Two different questions: the first is how well the items agree at one time, the second how
  /// well scores agree over a time in which people change too.
  package enum Kind: String, CaseIterable, Sendable {
    case cronbachAlpha = "cronbach_alpha"
    /// The correlation of two assessments of the same people, with or without intraclass.
    case retest

    /// As it stands in a sentence.
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
