import Foundation
import TestSupport
import XCTest

/// A reader of everything that is shared cannot find out what is hidden.
final class DerivationTests: XCTestCase {
  func testNothingHiddenCanBeDerivedUnderTheRulesOfCMS() async throws {
    try await concurrently(1...(Fixtures.areSearchesLong ? 150 : 8)) { seed in
      let privacy = seed.isMultiple(of: 4) ? #"{"policy": "custom", "minimum": 4}"# : "{}"
      let minimum = seed.isMultiple(of: 4) ? 4 : 11
      try await Self.attack(seed: UInt64(seed), privacy, minimum, byGroups: seed.isMultiple(of: 2))
      {
        $0...$0
      }
    }
  }

  func testNothingHiddenCanBeDerivedWhereNumbersAreRounded() async throws {
    let policies: [(String, Int, Int)] = [
      (#"{"policy": "nhs"}"#, 5, 5), (#"{"policy": "opensafely"}"#, 8, 5),
      (#"{"policy": "custom", "minimum": 6, "round_to": 10}"#, 6, 10),
    ]
    try await concurrently(1...(Fixtures.areSearchesLong ? 50 : 2)) { seed in
      let (privacy, minimum, roundTo) = policies[seed % 3]
      try await Self.attack(
        seed: UInt64(1000 + seed), privacy, minimum, byGroups: seed.isMultiple(of: 4)
      ) { shown in
        let last = shown + (roundTo - 1) / 2
        return shown == 0
          ? 0...(last < minimum ? 0 : last) : max(shown - roundTo / 2, minimum)...last
      }
    }
  }

  /// The reader is no fool: 20 enrolled, 17 scored and nobody else missing but some withdrawn are
  /// 3.
  func testTheReaderFindsWhatFollows() {
    var system = LinearSystem()
    system.add("enrolled", 20...20)
    system.add("scored", 17...17)
    system.add("withdrawn", nil)
    system.addSum("enrolled", ["scored", "withdrawn"])
    XCTAssertEqual(system.ranges(of: [("withdrawn", 1...10)]), ["withdrawn": 3...3])

    // Three sums of two tell each number: x + y = 5, y + z = 7, x + z = 6.
    var ring = LinearSystem()
    for (name, value) in [("a", 5), ("b", 7), ("c", 6)] { ring.add(name, value...value) }
    ring.addSum("a", ["x", "y"])
    ring.addSum("b", ["y", "z"])
    ring.addSum("c", ["x", "z"])
    let found = ring.ranges(of: [("x", 1...10), ("y", 1...10), ("z", 1...10)])
    XCTAssertEqual(found, ["x": 2...2, "y": 3...3, "z": 4...4])

    // Rounded to the nearest 5: 20 is 18 to 22, 15 is 13 to 17; some are missing.
    var rounded = LinearSystem()
    rounded.add("enrolled", 18...22)
    rounded.add("scored", 13...17)
    rounded.addSum("enrolled", ["scored", "missing"])
    XCTAssertEqual(rounded.ranges(of: [("missing", 0...100)]), ["missing": 1...9])
  }

  private static func attack(
    seed: UInt64, _ privacy: String, _ minimum: Int, byGroups: Bool,
    readings: (Int) -> ClosedRange<Int>
  ) async throws {
    let people = seed.isMultiple(of: 3) ? 11...40 : 40...160
    let program = try InventedProgram(seed: seed, people: people, privacy: privacy)
    let shared = try await Self.printed(program, "--share", byGroups: byGroups)
    let real = try await Self.printed(program, "", byGroups: byGroups)
    let hidden = shared.numbers.filter { $0.value == nil }.map(\.key).sorted()
    let reader = Reader(shared, readings: readings)
    // Where numbers are rounded, the mark itself says that one is small, but not that it is not 0.
    let isRounded = readings(20).count > 1
    let uninteresting = (isRounded ? 1 : 0)...(minimum - 1)
    let found = reader.equations.ranges(of: hidden.map { ($0, uninteresting) })
    if !hidden.isEmpty { XCTAssertFalse(found.isEmpty, "seed \(seed): the sums contradict") }
    for address in hidden {
      // A 0 may be told.
      guard let range = found[address], let number = Self.real(address, real, shared), number > 0
      else { continue }
      let place = "seed \(seed): \(address) is \(number), found \(range)"
      // Who is due or lost follows from other numbers, sometimes from other rows. That it is not
      // printed there is no promise, only that it is not told where it is small.
      if !PrintedNumbers.isFollowing(address) {
        XCTAssertGreaterThan(range.upperBound - range.lowerBound, 0.5, place)
      }
      if number < minimum {
        XCTAssertTrue(
          isRounded && range.lowerBound < 0.5
            || range.upperBound > Double(minimum) - 0.5, place)
      }
    }
  }

  /// The number that is hidden; of a group of several values, which has none of its own without
  /// `--share`, the sum of theirs.
  private static func real(
    _ address: String, _ real: PrintedNumbers, _ shared: PrintedNumbers
  ) -> Int? {
    guard address.hasPrefix("merged/") else { return real.numbers[address] ?? nil }
    let merged = real.scopes.filter { !shared.scopes.contains($0) }
    return merged.reduce(0) { $0 + ((real.numbers[$1 + address.dropFirst(6)] ?? nil) ?? 0) }
  }

  /// What all commands together print of the program.
  private static func printed(
    _ program: InventedProgram, _ share: String, byGroups: Bool
  ) async throws -> PrintedNumbers {
    var printed = PrintedNumbers()
    for by in byGroups ? ["", "--by site"] : [""] {
      let command = "summary \(share) \(by) --format"
      try printed.addSummary(json: await program.output("\(command) json").text)
      printed.addSummary(csv: try await program.output("\(command) csv").text)
      printed.addSummary(markdown: try await program.output("\(command) markdown").text)
    }
    for timepoint in ["day30", "day90"] {
      for by in byGroups ? ["", "--by site"] : [""] {
        let command = "savings \(share) --timepoint \(timepoint) \(by) --format"
        try printed.addSavings(
          json: await program.output("\(command) json").text,
          markdown: await program.output("\(command) markdown").text)
      }
    }
    return printed
  }
}
