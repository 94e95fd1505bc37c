import TestSupport
import XCTest

@testable import Commands

/// Who is due, late, missed or counted is the same in `due`, `status`, `participants`, `summary`,
/// `attrition` and `export`, and as the definitions say.
///
/// `OUTCOMES_LONG=1 swift test --filter FollowUpAgreementTests` tries more programs.
final class FollowUpAgreementTests: XCTestCase {
  private typealias Person = FollowedPeople.Person

  func testEveryCommandAgreesWithTheDefinitions() async throws {
    var rows: [String: Int] = [:]
    for seed in 1...(Fixtures.areSearchesLong ? 300 : 16) as ClosedRange<UInt64> {
      let program = try FollowedProgram(seed: seed)
      let people = FollowedPeople(program)
      for day in [40, 90, 150].map({ FollowedProgram.firstDay + $0 }) {
        let place = "seed \(seed), day \(day)"
        let due = try await due(program, day)
        XCTAssertEqual(due, expectedDue(program, people, day), place)
        for row in due { rows[String(row.split(separator: " ")[2]), default: 0] += 1 }
        let status = try await status(program, day)
        XCTAssertEqual(status, expectedStatus(program, people, day), place)
        let next = try await nextDue(program, day)
        XCTAssertEqual(next, expectedNext(program, people, day), place)
        let denominators = expectedDenominators(program, people, day)
        let attrition = try await attrition(program, day)
        XCTAssertEqual(attrition, denominators.map(\.attrition), place)
        let summary = try await summary(program, day)
        XCTAssertEqual(summary, denominators.map(\.summary), place)
        let byInstrument = Array(status.dropFirst(program.timepoints.count))
        rows["missed_then_withdrew", default: 0] += agree(byInstrument, attrition, place)
        let together = status.prefix(program.timepoints.count).map { $0[Self.missed] }
        let listed = program.timepoints.map { timepoint in
          due.count { $0.contains(" \(timepoint.id) missed ") }
        }
        XCTAssertEqual(together, listed, place)
      }
      let exported = try await exported(program)
      XCTAssertEqual(exported, expectedExport(program, people), "seed \(seed)")
    }
    for state in ["late", "due", "soon", "missed"] {
      XCTAssertGreaterThan(rows[state] ?? 0, 20, state)
    }
    XCTAssertGreaterThan(rows["missed_then_withdrew"] ?? 0, 5)
  }

  // MARK: What is printed

  private func due(_ program: FollowedProgram, _ day: Int) async throws -> [String] {
    let json = try await program.json("due --within 9", asOf: day)
    return rows(json["due"]).map { row in
      let missing = row["missing"] as? [String] ?? []
      let parts: [Any] = ["participant", "timepoint", "state", "opens", "target", "closes"]
        .map { row[$0] ?? "" }
      return (parts + [row["days_left"] ?? ""]).map { "\($0)" }.joined(separator: " ")
        + " \(missing.joined(separator: ","))"
    }.sorted()
  }

  private static let counts = [
    "enrolled", "expected", "received", "received_in_window", "due", "late", "missed",
    "missed_then_withdrew", "skipped", "withdrawn", "not_open",
  ]
  private static let (missed, missedThenWithdrew, withdrawn) = (6, 7, 9)

  /// Holds the counts of `status` against those of `attrition`, for each instrument at each
  /// timepoint: the same people withdrew in time, and the same people missed the form.
  /// - Returns: the number of those who missed it and withdrew later.
  private func agree(_ status: [[Int]], _ attrition: [[Int]], _ place: String) -> Int {
    XCTAssertEqual(status.count, attrition.count, place)
    for (status, attrition) in zip(status, attrition) {
      let expected = Dictionary(uniqueKeysWithValues: zip(Expected.attritionKeys, attrition))
      XCTAssertEqual(status[Self.withdrawn], expected["withdrawn"], place)
      XCTAssertEqual(
        status[Self.missed] + status[Self.missedThenWithdrew], expected["not_assessed"], place)
    }
    return status.reduce(0) { $0 + $1[Self.missedThenWithdrew] }
  }

  /// For all instruments together, then for each: the counts at each timepoint.
  private func status(_ program: FollowedProgram, _ day: Int) async throws -> [[Int]] {
    let json = try await program.json("status", asOf: day)
    let measures = rows(json["measures"]).map { $0["timepoints"] }
    return ([json["timepoints"]] + measures).flatMap(rows).map { row in
      Self.counts.map { row[$0] as? Int ?? -1 }
    }
  }

  private func nextDue(_ program: FollowedProgram, _ day: Int) async throws -> [String] {
    let json = try await program.json("participants", asOf: day)
    return rows(json["participants"]).map { row in
      let parts = ["participant", "next_timepoint", "next_due", "last_form"].map {
        row[$0] as? String ?? "-"
      }
      return parts.joined(separator: " ")
    }.sorted()
  }

  private func attrition(_ program: FollowedProgram, _ day: Int) async throws -> [[Int]] {
    let json = try await program.json("attrition", asOf: day)
    return rows(json["flows"]).flatMap { rows($0["timepoints"]) }.map { row in
      Expected.attritionKeys.map { row[$0] as? Int ?? -1 }
    }
  }

  private func summary(_ program: FollowedProgram, _ day: Int) async throws -> [[Int]] {
    let json = try await program.json("summary", asOf: day)
    return rows(json["measures"]).flatMap { rows($0["timepoints"]) }.map { row in
      let missing = row["missing"] as? [String: Any] ?? [:]
      return Expected.summaryKeys.map { (row[$0] ?? missing[$0]) as? Int ?? -1 }
    }
  }

  private func exported(_ program: FollowedProgram) async throws -> [String] {
    let text = try await program.output("export")
    return text.split(separator: "\n").dropFirst().map { line in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      return [0, 1, 3, 4].map { String(fields[$0]) }.joined(separator: " ")
    }.sorted()
  }

  private func rows(_ value: Any?) -> [[String: Any]] { value as? [[String: Any]] ?? [] }

  // MARK: What the definitions say

  private func missing(
    _ program: FollowedProgram, _ person: Person, _ timepoint: String, _ day: Int
  ) -> [String] {
    program.instruments.filter {
      person.form(timepoint, $0, by: day) == nil && !person.isSkipped(timepoint, $0, by: day)
    }
  }

  /// The state of a window that is not further away than 9 days.
  private func state(
    _ person: Person, _ timepoint: FollowedProgram.Timepoint, _ day: Int
  ) -> String? {
    if day > person.closes(timepoint) { return "missed" }
    if day < person.opens(timepoint) { return person.opens(timepoint) - day <= 9 ? "soon" : nil }
    return day <= person.target(timepoint) ? "due" : "late"
  }

  private func expectedDue(
    _ program: FollowedProgram, _ people: FollowedPeople, _ day: Int
  ) -> [String] {
    people.counted(day).filter { !$0.hasWithdrawn(by: day) }.flatMap { person in
      program.timepoints.compactMap { timepoint -> String? in
        let missing = missing(program, person, timepoint.id, day)
        guard !missing.isEmpty, let state = state(person, timepoint, day) else { return nil }
        let days = [person.opens(timepoint), person.target(timepoint), person.closes(timepoint)]
        return
          ([person.id, timepoint.id, state] + days.map(FollowedProgram.date)
          + ["\(person.closes(timepoint) - day)", missing.joined(separator: ",")])
          .joined(separator: " ")
      }
    }.sorted()
  }

  private func expectedStatus(
    _ program: FollowedProgram, _ people: FollowedPeople, _ day: Int
  ) -> [[Int]] {
    let each = program.instruments.map { [$0] }
    return ([program.instruments] + each).flatMap { instruments in
      program.timepoints.map { timepoint in
        var counts = Dictionary(uniqueKeysWithValues: Self.counts.map { ($0, 0) })
        for person in people.counted(day) {
          let forms = instruments.map { person.form(timepoint.id, $0, by: day) }
          let window = person.opens(timepoint)...person.closes(timepoint)
          let isAwaited = instruments.contains {
            person.form(timepoint.id, $0, by: day) == nil
              && !person.isSkipped(timepoint.id, $0, by: day)
          }
          let key: String
          if forms.allSatisfy({ $0 != nil }) {
            key = "received"
            let isInWindow = forms.allSatisfy { $0.map { window.contains($0.day) } ?? false }
            counts["received_in_window", default: 0] += isInWindow ? 1 : 0
          } else if person.hasWithdrawn(by: day), person.leftInTime(for: timepoint) {
            key = "withdrawn"
          } else if !isAwaited {
            key = "skipped"
          } else if person.hasWithdrawn(by: day) {
            key = "missed_then_withdrew"
          } else if day < person.opens(timepoint) {
            key = "not_open"
          } else {
            key = state(person, timepoint, day) ?? "none"
          }
          counts[key, default: 0] += 1
          counts["enrolled", default: 0] += 1
          counts["expected", default: 0] += ["withdrawn", "not_open"].contains(key) ? 0 : 1
        }
        return Self.counts.map { counts[$0] ?? -1 }
      }
    }
  }

  private func expectedNext(
    _ program: FollowedProgram, _ people: FollowedPeople, _ day: Int
  ) -> [String] {
    people.counted(day).map { person in
      let next = program.timepoints.first {
        !person.hasWithdrawn(by: day) && day <= person.closes($0)
          && !missing(program, person, $0.id, day).isEmpty
      }
      let dates = program.timepoints.flatMap { timepoint in
        program.instruments.compactMap { person.form(timepoint.id, $0, by: day)?.day }
      }
      return [
        person.id, next?.id ?? "-", next.map { FollowedProgram.date(person.target($0)) } ?? "-",
        dates.max().map(FollowedProgram.date) ?? "-",
      ].joined(separator: " ")
    }.sorted()
  }

  private func expectedExport(_ program: FollowedProgram, _ people: FollowedPeople) -> [String] {
    people.counted(.max).flatMap { person in
      program.timepoints.flatMap { timepoint in
        program.instruments.compactMap { instrument in
          person.form(timepoint.id, instrument, by: .max).map {
            "\(person.id) \(timepoint.id) \(instrument) \(FollowedProgram.date($0.day))"
          }
        }
      }
    }.sorted()
  }

  /// The counts of one instrument at one timepoint by the definitions of an evaluation.
  private struct Expected {
    static let attritionKeys = [
      "enrolled", "due", "lost_to_follow_up", "scored", "not_due", "not_assessed", "skipped",
      "withdrawn", "not_scorable",
    ]
    static let summaryKeys = [
      "n", "due", "lost_to_follow_up", "not_due", "not_assessed", "skipped", "withdrawn",
      "not_scorable",
    ]

    var counts: [String: Int] = [:]

    var attrition: [Int] {
      Self.attritionKeys.map { counts[$0] ?? 0 }
    }

    var summary: [Int] {
      Self.summaryKeys.map { counts[$0 == "n" ? "scored" : $0] ?? 0 }
    }
  }

  /// For each instrument, at each timepoint.
  private func expectedDenominators(
    _ program: FollowedProgram, _ people: FollowedPeople, _ day: Int
  ) -> [Expected] {
    program.instruments.flatMap { instrument in
      program.timepoints.map { timepoint in
        var expected = Expected()
        for person in people.counted(day) {
          let form = person.form(timepoint.id, instrument, by: day)
          let closes = person.closes(timepoint)
          let leftInTime = person.hasWithdrawn(by: day) && person.leftInTime(for: timepoint)
          let isScored = form?.isScorable == true
          let isDue = isScored || leftInTime || day > closes
          let key: String
          if isScored {
            key = "scored"
          } else if !isDue {
            key = "not_due"
          } else if form != nil {
            key = "not_scorable"
          } else if leftInTime {
            key = "withdrawn"
          } else {
            key = person.isSkipped(timepoint.id, instrument, by: day) ? "skipped" : "not_assessed"
          }
          expected.counts[key, default: 0] += 1
          expected.counts["enrolled", default: 0] += 1
          expected.counts["due", default: 0] += isDue ? 1 : 0
          expected.counts["lost_to_follow_up", default: 0] += isDue && !isScored ? 1 : 0
        }
        return expected
      }
    }
  }
}
