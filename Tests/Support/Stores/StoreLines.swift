import Records

/// The lines of a CSV store without its headers, and the table that reading them gives.
package struct StoreLines {
  package var participants: [String]
  package var scores: [String]

  package init(participants: [String] = [], scores: [String] = []) {
    self.participants = participants
    self.scores = scores
  }

  /// - Throws: the problems of the lines, if there are any.
  package func table(_ program: Program, keepsAnswers: Bool = false) throws -> CohortColumns {
    try CohortColumns(
      reading: program, participants: StoreText(participants), scores: StoreText(scores),
      keepsAnswers: keepsAnswers)
  }
}
