/// The LOINC codes of an instrument as a whole; each item has its own.
package struct LOINCCodes: Sendable, Equatable {
  /// The code of the questionnaire.
  package let panel: String?
  /// The code of its total score.
  package let score: String?

  package init(panel: String? = nil, score: String? = nil) {
    self.panel = panel
    self.score = score
  }
}
