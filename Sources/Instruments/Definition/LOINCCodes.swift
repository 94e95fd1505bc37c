/// LOINC codes of an instrument as a whole; its items carry their own.
package struct LOINCCodes: Sendable, Equatable {
  /// The questionnaire.
  package let panel: String?
  /// Its total score.
  package let score: String?

  package init(panel: String? = nil, score: String? = nil) {
    self.panel = panel
    self.score = score
  }
}
