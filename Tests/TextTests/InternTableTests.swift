import Text
import XCTest

final class InternTableTests: XCTestCase {
  func testNumbersComeInTheOrderOfFirstSight() {
    var table = InternTable()
    XCTAssertEqual(["b", "a", "b", "", "a", ""].map { table.intern($0) }, [0, 1, 0, 2, 1, 2])
    XCTAssertEqual(table.count, 3)
    XCTAssertEqual(table.texts, ["b", "a", ""])
    XCTAssertEqual(Array(table.bytes(of: 0)), [0x62])
    XCTAssertEqual(Array(table.bytes(of: 2)), [])
  }

  func testATableOfNamesKnowsTheseAndNoOthers() {
    let table = InternTable(["baseline", "day30", "day90", "day30"])
    XCTAssertEqual(table.count, 3)
    XCTAssertEqual(table.number(of: "day90"), 2)
    XCTAssertEqual(table[1], "day30")
    for stranger in ["", "day3", "day300", "Day30", "baselin", "baseline2", "day30 "] {
      XCTAssertNil(table.number(of: stranger), stranger)
    }
  }

  func testTheEmptyTextIsUnknownUntilItIsAdded() {
    var table = InternTable()
    XCTAssertNil(table.number(of: ""))
    XCTAssertEqual(table.intern(""), 0)
    XCTAssertEqual(table.number(of: ""), 0)
    XCTAssertNil(table.number(of: "\0"))
  }

  /// Every beginning of a long text, so that all lengths around one and several words are there.
  func testBeginningsOfOneAnotherAreDifferentNames() {
    let long = "participant-of-the-north-site-with-a-very-long-code-0123456789"
    let beginnings = (0...long.count).map { String(long.prefix($0)) }
    var table = InternTable(beginnings.shuffledForTest())
    XCTAssertEqual(table.count, beginnings.count)
    for name in beginnings { XCTAssertEqual(table[table.intern(name)], name) }
    XCTAssertEqual(table.count, beginnings.count)
  }

  func testNULBytesAreNotTheEndOfAName() {
    let table = InternTable(["a", "a\0", "a\0\0", "abcdefgh", "abcdefgh\0"])
    XCTAssertEqual(table.count, 5)
    XCTAssertEqual(table.number(of: "a\0"), 1)
    XCTAssertEqual(table.number(of: "abcdefgh\0"), 4)
  }

  /// Two names of one length that differ in a single byte, wherever it stands.
  func testOneByteMakesADifferenceAtEveryPlace() {
    for length in [1, 7, 8, 9, 15, 16, 17, 31, 40] {
      let name = [UInt8](repeating: UInt8(ascii: "x"), count: length)
      var table = InternTable()
      table.intern(String(decoding: name, as: UTF8.self))
      for place in 0..<length {
        var other = name
        other[place] = UInt8(ascii: "y")
        XCTAssertEqual(table.intern(String(decoding: other, as: UTF8.self)), place + 1)
      }
    }
  }

  func testWhatFollowsTheNameInTheBufferDoesNotMatter() {
    var table = InternTable(["day30", "a-name-of-many-words"])
    for name in ["day30", "a-name-of-many-words", "new", "another-new-name"] {
      for tail: UInt8 in [0, 0x2C, 0xFF] {
        let bytes = [0x2C] + Array(name.utf8) + [UInt8](repeating: tail, count: ByteWord.size)
        let number = table.intern(bytes.span.bytes, 1..<1 + name.utf8.count)
        XCTAssertEqual(table[number], name)
        XCTAssertEqual(table.number(of: bytes.span.bytes, 1..<1 + name.utf8.count), number)
      }
    }
    XCTAssertEqual(table.count, 4)
  }

  func testThousandsOfNamesAgreeWithADictionary() {
    var generator = SeededGenerator(state: 2)
    var table = InternTable()
    var expected: [String: Int] = [:]
    for _ in 0..<20_000 {
      let start = generator.pick(["P", "participant-", "é", ""])
      let name = start + String(generator.number(below: 9000))
      let isNew = expected[name] == nil
      XCTAssertEqual(table.number(of: name) == nil, isNew, name)
      let number = expected[name, default: expected.count]
      expected[name] = number
      XCTAssertEqual(table.intern(name), number, name)
    }
    XCTAssertEqual(table.count, expected.count)
    for (name, number) in expected {
      XCTAssertEqual(table.number(of: name), number)
      XCTAssertEqual(table[number], name)
    }
  }
}

extension Array {
  /// The same elements in another order, the same in every run.
  fileprivate func shuffledForTest() -> [Element] {
    var generator = SeededGenerator(state: 3)
    return shuffled(using: &generator)
  }
}
