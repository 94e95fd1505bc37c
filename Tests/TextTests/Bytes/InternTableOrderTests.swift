import TestSupport
import Text
import XCTest

final class InternTableOrderTests: XCTestCase {
  func testNamesSortByTheirBytes() {
    eachSeed(0..<50) { generator in
      var ids: Set<String> = ["P", "PP", "P0000001", "P00000010", "P000000100", "é", "日本語の人"]
      for _ in 0..<100 {
        let letters = (0..<Int.random(in: 1...20, using: &generator)).map { _ in
          "aé日0".randomElement(using: &generator) ?? "a"
        }
        ids.insert(String(letters))
      }
      let shuffled = ids.sorted().shuffled(using: &generator)
      let order = InternTable(shuffled).numbersByBytes
      let expected = shuffled.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
      XCTAssertEqual(order.map { shuffled[$0] }, expected)
    }
  }
}
