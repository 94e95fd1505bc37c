import Foundation
import TestSupport
import XCTest

@testable import Commands
@testable import Reports

/// In random programs, every number of every evaluating command is explained; where it counts
/// people, the list has as many; and the commands agree on whom they count.
///
/// `OUTCOMES_LONG=1 swift test --filter ExplainedNumbersTests` tries more programs; with
/// `OUTCOMES_EXPLAINED_SEED=70` they begin with that one.
final class ExplainedNumbersTests: XCTestCase {
  func testEveryNumberIsExplainedByAsManyPeopleAsItCounts() async throws {
    var wholeNumbers = WholeNumbers()
    for seed in Self.seeds {
      let program = try RandomProgram(seed: UInt64(seed))
      let flags = Self.flags(seed)
      var counts = SameCounts()
      for line in Self.commands(seed) {
        let what = "seed \(seed): \(line) \(flags)"
        let numbers = try await ExplainedNumbers(
          "\(line) \(flags) --store program", try program.place.world())
        XCTAssertEqual(numbers.faults, [], what)
        XCTAssertEqual(numbers.addressFaults(tries: 10), [], what)
        XCTAssertEqual(
          numbers.all.flatMap(\.number.values).sorted(), numbers.printed,
          "\(what): numbers without an address")
        counts.add(numbers)
        wholeNumbers.add(numbers)
      }
      XCTAssertEqual(counts.faults, [], "seed \(seed): \(flags)")
      XCTAssertGreaterThan(counts.compared, 0, "seed \(seed): \(flags)")
    }
    XCTAssertEqual(wholeNumbers.ofNobody.subtracting(Self.wholeNumbersOfNobody), [])
  }

  /// Whole numbers that count no people, each read: a number that counts some must not hide here.
  private static let wholeNumbersOfNobody: Set<String> = [
    // Degrees of freedom.
    "df", "any_change.df1", "interaction.df1",
    // Days, months and years.
    "day", "published_day", "months", "discounted_months", "persistence_years",
    "discounted_years",
    // Amounts of money, as given or published.
    "program_cost.per_participant", "program_cost.total", "published",
    // Points of a scale.
    "smallest_reliable_change",
    // Scores and steps of a fit.
    "scores", "scores_left_out", "steps",
    // People of a published study.
    "published_participants",
  ]

  private static let seeds: Range<Int> = {
    let seed = ProcessInfo.processInfo.environment["OUTCOMES_EXPLAINED_SEED"]
    let first = seed.flatMap { Int($0) } ?? 0
    return first..<first + (Fixtures.areSearchesLong ? 60 : 2)
  }()

  private static let asOf = "--as-of \(RandomProgram.asOf)"

  private static func flags(_ seed: Int) -> String {
    [
      asOf, "\(asOf) --in-window --by age_band", "--as-of 2026-03-20 --where site=north",
      "\(asOf) --by site",
    ][seed % 4]
  }

  private static func commands(_ seed: Int) -> [String] {
    [
      "summary", "change", "attrition", "benchmark", "savings --program-cost 250",
      [
        "responders", "responders --timepoint last",
        "responders --timepoint day30 --sd all-baselines",
      ][
        seed % 3],
      "models --instrument ucla-3 --instrument promis-gmh" + (seed % 2 == 0 ? " --growth" : ""),
    ]
  }
}

/// Numbers that several commands print of the same people.
private struct SameCounts {
  /// What is counted, and where.
  private struct Question: Hashable {
    let counted: String
    let place: DocumentNumber.Place
  }

  private var answers: [Question: (name: String, ids: [String])] = [:]
  private(set) var faults: [String] = []
  /// How many numbers were compared with that of another command.
  private(set) var compared = 0

  mutating func add(_ numbers: ExplainedNumbers) {
    for explained in numbers.all where explained.relation == .counts {
      let number = explained.number
      guard !number.values.isEmpty, let ids = explained.ids,
        let counted = Self.counted(number, numbers.command)
      else { continue }
      let question = Question(counted: counted, place: number.place)
      let name = "\(numbers.command) \(number.path)"
      guard let known = answers[question] else {
        answers[question] = (name, ids)
        continue
      }
      compared += known.name == name ? 0 : 1
      if known.ids != ids {
        faults.append("\(question): \(known.name) \(known.ids) ≠ \(name) \(ids)")
      }
    }
  }

  /// What a number counts, by one name for all commands; nil where only one of them counts it.
  private static func counted(_ number: DocumentNumber, _ command: String) -> String? {
    switch (command, number.path, number.text("assumption")) {
    case ("models", "models.missing_data.answers.participants", "complete_pairs"?): "pairs"
    case ("models", "models.missing_data.answers.participants", "baseline_carried_forward"?),
      ("models", "models.missing_data.answers.participants", "last_carried_forward"?),
      (_, "lost_taken_as_unchanged.participants", _),
      (_, "savings.lost_taken_as_unchanged.participants", _):
      "pairs or lost since baseline"
    case ("models", "models.missing_data.due", _), (_, "due", _): "due"
    case ("models", "models.missing_data.lost", _), (_, "lost_to_follow_up", _):
      "lost to follow-up"
    case ("attrition", "lost", _), (_, "lost_taken_as_unchanged.lost", _),
      (_, "savings.lost_taken_as_unchanged.lost", _):
      "lost since baseline"
    case (_, "n", _), ("models", "models.mmrm.means.n", _), ("attrition", "scored", _): "scored"
    case (_, "change.pairs", _), (_, "pairs", _), (_, "savings.pairs", _),
      ("attrition", "analyzed", _), ("attrition", "stayed", _), (_, "valuations.pairs", _):
      "pairs"
    case (_, let path, _) where path == "enrolled" || path == "cohort.enrolled": "enrolled"
    case (_, let path, _) where path.hasPrefix("missing."): String(path.dropFirst(8))
    case ("attrition", let path, _) where !path.contains("."): path
    default: nil
    }
  }
}

/// Keys whose numbers were whole wherever they stood, not only 0 and 1, and that count no people.
private struct WholeNumbers {
  private var whole: Set<String> = []
  private var fractional: Set<String> = []

  var ofNobody: Set<String> { whole.subtracting(fractional) }

  mutating func add(_ numbers: ExplainedNumbers) {
    for explained in numbers.all where explained.relation != .counts {
      guard let key = explained.number.formula?.key else { continue }
      for value in explained.number.values {
        if value != value.rounded() {
          fractional.insert(key)
        } else if value.magnitude > 1 {
          whole.insert(key)
        }
      }
    }
  }
}
