import TestSupport
import Text
import XCTest

final class NearMissTests: XCTestCase {
  /// Optimal string alignment: a swap counts once, but what was swapped is not edited again.
  func testKnownDistances() {
    for (source, target, distance) in [
      ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("kitten", "sitting", 3), ("flaw", "lawn", 2),
      ("day30", "day03", 1), ("abcd", "badc", 2), ("ca", "abc", 3), ("record", "recrod", 1),
      ("a", "b", 1), ("same", "same", 0), ("aab", "ab", 1), ("é", "e", 1),
    ] {
      XCTAssertEqual(NearMiss.editDistance(source, target), distance, "\(source), \(target)")
      XCTAssertEqual(NearMiss.editDistance(target, source), distance, "\(target), \(source)")
    }
  }

  func testOnlyWhatIsNearIsSuggested() {
    let names = ["baseline", "day30", "day90"]
    XCTAssertEqual(NearMiss.nearest(to: "day3", among: names), "day30")
    XCTAssertEqual(NearMiss.nearest(to: "dya30", among: names), "day30")
    XCTAssertEqual(NearMiss.nearest(to: "Baseline", among: names), "baseline")
    XCTAssertEqual(NearMiss.nearest(to: "BASELIN", among: names), "baseline")
    XCTAssertEqual(NearMiss.nearest(to: "bazelime", among: names), "baseline")
    XCTAssertNil(NearMiss.nearest(to: "dey3", among: names))
    XCTAssertNil(NearMiss.nearest(to: "month1", among: names))
    XCTAssertNil(NearMiss.nearest(to: "bxselixx", among: names))
    XCTAssertNil(NearMiss.nearest(to: "day30", among: [String]()))
  }

  /// One edit is near for any word, two from six letters on, and never three.
  func testHowFarIsNear() {
    XCTAssertEqual(NearMiss.nearest(to: "ab", among: ["ax"]), "ax")
    XCTAssertNil(NearMiss.nearest(to: "abcde", among: ["abcxx"]))
    XCTAssertEqual(NearMiss.nearest(to: "abcdef", among: ["abcdxx"]), "abcdxx")
    XCTAssertNil(NearMiss.nearest(to: "abcdefghijkl", among: ["abcdefghixxx"]))
  }

  func testTheNearestWinsAndAmongEqualsTheFirst() {
    XCTAssertEqual(NearMiss.nearest(to: "abcdef", among: ["abcdxx", "abcdex"]), "abcdex")
    XCTAssertEqual(NearMiss.nearest(to: "day20", among: ["day30", "day90"]), "day30")
  }

  /// Words in ASCII are measured byte by byte, others letter by letter.
  func testTheNearestIsTheNearestByEditDistance() {
    var generator = SeededGenerator(seed: 12)
    var found = 0
    for _ in 0..<3_000 {
      func word() -> String {
        let letters: [Character] = ["a", "b", "C", "c", "1", "é"]
        return String((0..<generator.number(below: 9)).map { _ in generator.pick(letters) })
      }
      let target = word()
      let candidates = (0..<generator.number(below: 6)).map { _ in word() }
      let distances = candidates.map { NearMiss.editDistance(target.lowercased(), $0.lowercased()) }
      let limit = max(1, min(2, target.count / 3))
      let nearest = distances.min().flatMap { $0 <= limit ? distances.firstIndex(of: $0) : nil }
      XCTAssertEqual(
        NearMiss.nearest(to: target, among: candidates), nearest.map { candidates[$0] })
      if nearest != nil { found += 1 }
    }
    XCTAssertGreaterThan(found, 300)
  }

  func testTheSuggestionIsAQuestion() {
    XCTAssertEqual(NearMiss.suggestion(for: "day3", among: ["day30"]), "did you mean “day30”?")
    XCTAssertNil(NearMiss.suggestion(for: "x", among: ["day30"]))
  }
}
