import Arguments
import Analysis
import Records
import Text

/// What may leave the program: the rules that `--share` puts into force.
///
/// A command that analyzes a cohort takes `OptionDefinition.share`, asks
/// `CohortQuestion.disclosure` for what it may say, and hands that to its report. A command that
/// prints one person's data takes `OptionDefinition.shareRefused` and starts with `refuseSharing`.
extension OptionDefinition {
  static let share = OptionDefinition(
    "share", help: "hide small numbers of people, so that the output may leave the program")

  static let shareRefused = OptionDefinition(
    "share", help: "not possible here: `outcomes summary --share` may leave the program")
}

extension CohortQuestion {
  /// What the answer may say: everything, or, with `--share`, what a plan shows.
  /// - Parameters:
  ///   - enrolled: how many people the answer is about.
  ///   - plan: makes the plan; asked only where it is needed.
  /// - Throws: where the people are too few to share anything about them.
  func disclosure(
    of enrolled: Int, plan: (SmallNumberPolicy) async -> SuppressionPlan
  ) async throws(Refusal) -> Disclosure {
    guard let policy else { return .everything }
    if policy.hides(enrolled) {
      throw Refusal(
        .refusedForPrivacy,
        Diagnostic(
          "too few participants to share anything about them: fewer than \(policy.minimum)",
          remedy: "ask about more of them, or look at the answer without --share"
            + " (policy \(policy.name) in program.json)"))
    }
    return .shared(await plan(policy))
  }

  /// What an answer that needs no summary itself may say: numbers that summaries show, in groups or
  /// not, are shown in it, and no others. The summary is made only where something is to be shared.
  func disclosure(of table: CohortColumns) async throws(Refusal) -> Disclosure {
    guard policy != nil else { return .everything }
    return try await disclosure(of: CohortSummary(table, selection))
  }

  /// What a summary of the people asked about, in groups or not, may say.
  func disclosure(of summary: CohortSummary) async throws(Refusal) -> Disclosure {
    try await disclosure(of: summary.enrolled) { CohortNumbers(summary).plan($0) }
  }
}

extension ValueReader {
  /// Says no where one person's data were to be shared.
  func refuseSharing() throws(Refusal) {
    guard arguments.has(.shareRefused) else { return }
    throw Refusal(
      .refusedForPrivacy,
      Diagnostic(
        "single participants' data are not for sharing",
        remedy: "`outcomes summary --share` and `outcomes savings --share` print what may leave the"
          + " program"))
  }
}
