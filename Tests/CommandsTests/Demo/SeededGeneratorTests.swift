import XCTest

@testable import Commands

final class SeededGeneratorTests: XCTestCase {
  /// The first numbers of splitmix64.c (Vigna 2015) from the seed 1234567, as Rosetta Code lists
  /// them (“Pseudo-random numbers/Splitmix64”).
  func testNumbersAgreeWithThePublishedReferenceOutput() {
    var generator = SeededGenerator(seed: 1_234_567)
    let numbers = (0..<5).map { _ in generator.next() }
    XCTAssertEqual(
      numbers,
      [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }

  /// 0xE220A8397B1DCDAF and 0x6E789E6AA1B965F4 are the published first outputs of splitmix64.c from
  /// the seed 0.
  func testAStreamStartsAtAnOutputOfTheSeed() {
    var first = SeededGenerator(seed: 0, stream: 0)
    var expected = SeededGenerator(seed: 0xE220_A839_7B1D_CDAF)
    XCTAssertEqual(first.next(), expected.next())
    var second = SeededGenerator(seed: 0, stream: 1)
    var expectedSecond = SeededGenerator(seed: 0x6E78_9E6A_A1B9_65F4)
    XCTAssertEqual(second.next(), expectedSecond.next())
  }

  func testEveryNumberBelowABoundIsAboutAsLikely() {
    var generator = SeededGenerator(seed: 7)
    var counts = [Int](repeating: 0, count: 6)
    for _ in 0..<60_000 { counts[generator.number(below: 6)] += 1 }
    for count in counts { XCTAssertEqual(Double(count), 10_000, accuracy: 400) }
  }

  func testPositionsComeAsOftenAsTheirWeights() {
    var generator = SeededGenerator(seed: 10)
    var counts = [Int](repeating: 0, count: 4)
    for _ in 0..<100_000 { counts[generator.position(inRunningWeights: [1, 1, 5, 10])] += 1 }
    XCTAssertEqual(counts[1], 0, "a weight of 0")
    for (count, expected) in zip(counts, [10_000.0, 0, 40_000, 50_000]) {
      XCTAssertEqual(Double(count), expected, accuracy: 700)
    }
    XCTAssertEqual(generator.position(inRunningWeights: [0.3]), 0)
  }

  func testChancesComeAsOftenAsTheySay() {
    var generator = SeededGenerator(seed: 8)
    let hits = (0..<100_000).count { _ in generator.chance(0.3) }
    XCTAssertEqual(Double(hits), 30_000, accuracy: 600)
    XCTAssertFalse((0..<1000).contains { _ in generator.chance(0) })
    XCTAssertTrue((0..<1000).allSatisfy { _ in generator.chance(1) })
  }

  /// Irwin–Hall: mean 0, variance 1, fourth moment 3 − 6/(5·4) = 2.7 for four uniform numbers.
  func testDeviatesHaveTheMomentsOfIrwinHall() {
    var generator = SeededGenerator(seed: 9)
    let deviates = (0..<200_000).map { _ in generator.deviate() }
    func moment(_ power: (Double) -> Double) -> Double {
      deviates.reduce(0) { $0 + power($1) } / Double(deviates.count)
    }
    XCTAssertEqual(moment { $0 }, 0, accuracy: 0.01)
    XCTAssertEqual(moment { $0 * $0 }, 1, accuracy: 0.015)
    XCTAssertEqual(moment { $0 * $0 * $0 * $0 }, 2.7, accuracy: 0.08)
    XCTAssertTrue(deviates.allSatisfy { abs($0) <= 3.465 })
  }
}
