import Foundation
import TestSupport
import XCTest

@testable import Commands

/// A reader of what `responders --share` prints cannot find out how few people are in anything that
/// is hidden, or in anything that two rules tell apart, even if every pair of scores is thought
/// through.
final class RespondersDerivationTests: XCTestCase {
  func testNothingHiddenCanBeDerived() async throws {
    var hidden = 0
    var shown = 0
    let seeds = Fixtures.areSearchesLong ? 8 : 2
    for seed in 1...seeds {
      let program = try InventedProgram(
        seed: UInt64(seed), people: 60...260, privacy: #"{"policy": "custom", "minimum": 4}"#)
      let attack = try await Attack(program, byGroups: seed.isMultiple(of: 2))
      let found = attack.system.ranges(of: attack.targets.keys.sorted().map { ($0, 0...3) })
      for (address, number) in attack.targets where number > 0 {
        guard let range = found[address] else { continue }
        let place = "seed \(seed): \(address) is \(number), found \(range)"
        // A number that is hidden for the sake of others only may be told.
        guard number < 4 else { continue }
        XCTAssertGreaterThan(range.upperBound, 3.5, place)
        hidden += 1
      }
      shown += attack.shown
    }
    XCTAssertGreaterThan(hidden, 12 * seeds)
    XCTAssertGreaterThan(shown, 12 * seeds)
  }

  /// A share would tell the number that it is of.
  func testSharesAreHiddenWithTheirNumbers() async throws {
    let program = try InventedProgram(
      seed: 3, people: 100...160, privacy: #"{"policy": "custom", "minimum": 4}"#)
    let document = try await Attack.document(program, "--share --by site")
    let outcomes = document.measures.flatMap(\.outcomes)
    XCTAssert(outcomes.contains { $0.count == nil } && outcomes.contains { $0.count != nil })
    for outcome in outcomes {
      XCTAssertEqual(outcome.share == nil, outcome.count == nil, outcome.key)
      XCTAssertEqual(outcome.share_ci95 == nil, outcome.count == nil, outcome.key)
    }
    let command = "\(Attack.question) --share --by site --format markdown"
    let markdown = try await program.output(command).text
    var rows = 0
    for line in markdown.split(separator: "\n") where line.contains("[c]") && line.hasPrefix("|") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      XCTAssertEqual(Set(cells.suffix(3).map { $0 == "[c]" }).count, 1, String(line))
      rows += 1
    }
    XCTAssertGreaterThan(rows, 5)
  }

  /// What the reader sees, and what is to be found out.
  private struct Attack {
    var system = LinearSystem()
    /// The hidden numbers, and the small ones that are in no table, with what they are.
    var targets: [String: Int] = [:]
    var shown = 0
    private let real: Document

    init(_ program: InventedProgram, byGroups: Bool) async throws {
      real = try await Self.document(program, "")
      let shared = try await Self.document(program, byGroups ? "--share --by site" : "--share")
      let everybody = try await Self.list(program, "")
      var rest = everybody
      for measure in shared.measures {
        let place = measure.group.map { $0.value ?? "rest" } ?? "all"
        let site = measure.group?.value
        var pairs = measure.group == nil ? everybody : rest
        if let site {
          pairs = try await Self.list(program, "--where site=\(site)")
          for (pair, count) in pairs { rest[pair, default: 0] -= count }
        }
        add(measure, place, pairs)
      }
      let groups = shared.measures.compactMap(\.group).map { $0.value ?? "rest" }
      guard !groups.isEmpty else { return }
      for pair in Self.pairs { system.addSum("all \(pair)", groups.map { "\($0) \(pair)" }) }
    }

    private mutating func add(_ measure: Measure, _ place: String, _ pairs: [Pair: Int]) {
      let all = Self.pairs.map { "\(place) \($0)" }
      add("\(place) pairs", measure.pairs, all, real: pairs.values.reduce(0, +))
      var kinds: [[String]: [Pair]] = [:]
      for pair in Self.pairs {
        kinds[rules.map { pair.outcome($0, reliableFrom: rules[0].value ?? 0) }, default: []]
          .append(pair)
      }
      for (number, members) in kinds.values.enumerated() {
        let count = members.reduce(0) { $0 + (pairs[$1] ?? 0) }
        let address = "\(place) kind \(number)"
        system.addSum(address, members.map { "\(place) \($0)" })
        if (1..<4).contains(count) { targets[address] = count }
      }
      for outcome in measure.outcomes {
        guard let rule = rules.first(where: { $0.key == outcome.key }) else { continue }
        let members = Self.pairs.filter {
          $0.outcome(rule, reliableFrom: rules[0].value ?? 0) == outcome.outcome
        }
        add(
          "\(place) \(outcome.key) \(outcome.outcome)", outcome.count,
          members.map { "\(place) \($0)" }, real: members.reduce(0) { $0 + (pairs[$1] ?? 0) })
      }
    }

    private mutating func add(_ address: String, _ count: Int?, _ parts: [String], real: Int) {
      if let count {
        XCTAssertEqual(count, real, address)
        shown += 1
      } else {
        targets[address] = real
      }
      system.add(address, count.map { $0...$0 })
      system.addSum(address, parts)
    }

    /// One of each rule and line, in the order of printing, with the number it has.
    private var rules: [Outcome] {
      var seen: Set<String> = []
      return (real.measures.first?.outcomes ?? []).filter { seen.insert($0.key).inserted }
    }

    private static let pairs = (3...9).flatMap { baseline in
      (3...9).map { Pair(baseline: baseline, followUp: $0) }
    }

    static let question =
      "responders --instrument ucla-3 --timepoint day30 --sd 1.5 --reliability 0.8 --norm-mean 4"
      + " --norm-sd 1.3"

    static func document(
      _ program: InventedProgram, _ flags: String
    ) async throws -> Document {
      let text = try await program.output("\(question) \(flags) --format json").text
      return try JSONDecoder().decode(Document.self, from: Data(text.utf8))
    }

    /// How many have each pair of scores.
    private static func list(
      _ program: InventedProgram, _ flags: String
    ) async throws -> [Pair: Int] {
      var counts: [Pair: Int] = [:]
      let text = try await program.output("\(question) \(flags) --list --format csv").text
      for line in text.split(separator: "\n").dropFirst() {
        let fields = line.split(separator: ",")
        guard let baseline = Int(fields[3]), let followUp = Int(fields[4]) else { continue }
        counts[Pair(baseline: baseline, followUp: followUp), default: 0] += 1
      }
      return counts
    }
  }

  private struct Document: Decodable {
    let measures: [Measure]
  }

  private struct Measure: Decodable {
    let group: Group?
    let pairs: Int?
    let outcomes: [Outcome]
  }

  private struct Group: Decodable {
    let value: String?
  }

  private struct Outcome: Decodable {
    let judged_by, label, outcome: String
    let value: Double?
    let count: Int?
    let share: Double?
    let share_ci95: [Double]?

    var key: String { "\(judged_by) \(label)" }
  }

  /// Two scores of a questionnaire on which lower is better.
  private struct Pair: Hashable, CustomStringConvertible {
    let baseline: Int
    let followUp: Int

    var description: String { "\(baseline)→\(followUp)" }

    /// What a rule or a line says of it, worked out anew; reliable is what was published, the
    /// first.
    func outcome(_ rule: Outcome, reliableFrom threshold: Double) -> String {
      let value = rule.value ?? 0
      let drop = Double(baseline - followUp)
      switch rule.judged_by {
      case "reliable_change_index":
        return drop > value ? "better" : -drop > value ? "worse" : "same"
      case "published_reliable_change":
        return drop >= value ? "better" : -drop >= value ? "worse" : "same"
      default: break
      }
      let isDown = Double(baseline) >= value && Double(followUp) < value
      let isUp = Double(baseline) < value && Double(followUp) >= value
      if drop >= threshold { return isDown ? "recovered" : "improved" }
      if -drop >= threshold { return isUp ? "deteriorated_and_crossed" : "deteriorated" }
      return isDown
        ? "crossed_not_reliable" : isUp ? "crossed_back_not_reliable" : "unchanged"
    }
  }
}
