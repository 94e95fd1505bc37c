import Arguments
import Analysis
import Records
import Text

/// The protection of participants in shared output, as requested by `--share`.
///
/// A command that analyzes a cohort takes `OptionDefinition.share` and passes the result of
/// `CohortQuestion.disclosure` to its report. A command that prints the data of one participant
/// takes `OptionDefinition.shareRefused` and calls `refuseSharing` first.
extension OptionDefinition {
  static let share = OptionDefinition(
    "share", help: "hide small counts of participants, so that the output can be shared")

  static let shareRefused = OptionDefinition(
    "share", help: "not possible here; to share results, use `outcomes summary --share`")
}

extension CohortQuestion {
  /// Returns what the answer may disclose: everything or, with `--share`, what a plan shows.
  /// - Parameters:
  ///   - enrolled: the number of participants in the answer.
  ///   - plan: makes the plan; called only if it is needed.
  /// - Throws: if the participants are too few to share anything about them.
  func disclosure(
    of enrolled: Int, plan: (SmallNumberPolicy) async -> SuppressionPlan
  ) async throws(Refusal) -> Disclosure {
    guard let policy else { return .everything }
    if policy.hides(enrolled) {
      throw Refusal(
        .refusedForPrivacy,
        Diagnostic(
          "too few participants to share anything about them: fewer than \(policy.minimum)",
          remedy: "include more participants, or look at the answer without --share"
            + " (policy \(policy.name) in program.json)"))
    }
    return .shared(await plan(policy))
  }

  /// Returns what an answer that needs no summary itself may disclose: the numbers that summaries
  /// show, with or without groups, and no others. The summary is computed only if the answer is
  /// shared.
  func disclosure(of table: CohortColumns) async throws(Refusal) -> Disclosure {
    guard policy != nil else { return .everything }
    return try await disclosure(of: CohortSummary(table, selection))
  }

  /// Returns what a summary, with or without groups, may disclose.
  func disclosure(of summary: CohortSummary) async throws(Refusal) -> Disclosure {
    try await disclosure(of: summary.enrolled) { CohortNumbers(summary).plan($0) }
  }
}

extension ValueReader {
  /// Refuses to share the data of one participant.
  func refuseSharing() throws(Refusal) {
    guard arguments.has(.shareRefused) else { return }
    throw Refusal(
      .refusedForPrivacy,
      Diagnostic(
        "data about individual participants cannot be shared",
        remedy: "`outcomes summary --share` and `outcomes savings --share` print results that can"
          + " be shared"))
  }
}
