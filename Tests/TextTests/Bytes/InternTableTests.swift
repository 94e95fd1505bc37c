import TestSupport
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

  func testACopyOfATableIsLeftAlone() {
    var table = InternTable(["baseline"])
    let copy = table
    table.intern("day30")
    XCTAssertEqual(copy.texts, ["baseline"])
    XCTAssertNil(copy.number(of: "day30"))
    XCTAssertEqual(table.texts, ["baseline", "day30"])
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
    var generator = SeededGenerator(seed: 2)
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

  /// Texts around one and several words, each in front of bytes that make another name of it.
  func testANameEndsWhereItStandsWhateverFollows() {
    let long = "participant-of-the-north-0123456789"
    let names = (0...long.count).map { String(long.prefix($0)) }
    let table = InternTable(names)
    for standing in names {
      for tail: UInt8 in [0, 0x2C, 0x78, 0xFF] {
        let bytes =
          [0x70, 0x2C] + Array(standing.utf8) + [UInt8](repeating: tail, count: ByteWord.size)
        for (number, name) in names.enumerated() where name.utf8.count <= standing.utf8.count + 8 {
          XCTAssertEqual(
            table.end(of: number, in: bytes.span.bytes, from: 2),
            standing.hasPrefix(name) ? 2 + name.utf8.count : nil, "\(name) in \(standing)")
        }
      }
    }
  }

  func testANumberBeyondTheTableHasNoEnd() {
    let bytes = Array("day30day30".utf8)
    XCTAssertNil(InternTable().end(of: 0, in: bytes.span.bytes, from: 0))
    let table = InternTable(["day30"])
    XCTAssertEqual(table.end(of: 0, in: bytes.span.bytes, from: 0), 5)
    XCTAssertNil(table.end(of: 1, in: bytes.span.bytes, from: 0))
  }

  /// Each byte of a name matters, also of the word that overlaps the one before.
  func testANameThatDiffersInOneByteIsNotThere() {
    for length in [1, 7, 8, 9, 15, 16, 17, 24, 31] {
      let name = [UInt8](repeating: UInt8(ascii: "x"), count: length)
      let table = InternTable([String(decoding: name, as: UTF8.self)])
      for place in 0..<length {
        var bytes = name + [UInt8](repeating: 0, count: ByteWord.size)
        bytes[place] = UInt8(ascii: "y")
        XCTAssertNil(table.end(of: 0, in: bytes.span.bytes, from: 0), "\(length) \(place)")
      }
    }
  }

  /// A buffer ends eight bytes behind its line; a long name that only begins there is no reason to
  /// look further.
  func testALongNameIsNotLookedForBehindTheBuffersEnd() {
    let name = "participant-of-the-north-0123456789"
    let table = InternTable([name])
    for length in 0..<name.utf8.count {
      let bytes =
        Array(name.utf8.prefix(length)) + [ASCII.lineFeed]
        + [UInt8](repeating: 0, count: ByteWord.size)
      XCTAssertNil(table.end(of: 0, in: bytes.span.bytes, from: 0), "\(length)")
    }
  }

  func testShortNamesAreFoundAsWords() {
    var generator = SeededGenerator(seed: 4)
    var table = InternTable(["participant-of-the-north", "12345678", "1234567\0"])
    for _ in 0..<300 { table.intern(String(generator.number(below: 2000))) }
    for name in table.texts + (0..<2000).map(String.init) + ["", "\0", "1234567", "particip"]
    where name.utf8.count <= ByteWord.size {
      let bytes = Array(name.utf8) + [UInt8](repeating: 0, count: ByteWord.size)
      let word = ByteWord.load(bytes.span.bytes, at: 0, count: name.utf8.count)
      XCTAssertEqual(
        table.number(ofShort: word, length: name.utf8.count), table.texts.firstIndex(of: name), name
      )
    }
  }

  /// Names are copied by words, the last of which brings along what follows the name.
  func testNamesDoNotRunIntoEachOther() {
    var table = InternTable()
    let text = "abcdefghijklmnopqrstuvwxyz0123456789"
    let bytes = Array(text.utf8) + [UInt8](repeating: 0xFF, count: ByteWord.size)
    let ranges = (0..<text.count).flatMap { start in
      [0, 1, 7, 8, 9, 16, 17].map { start..<min(start + $0, text.count) }
    }
    let numbers = ranges.map { table.intern(bytes.span.bytes, $0) }
    for (number, range) in zip(numbers, ranges) {
      XCTAssertEqual(Array(table.bytes(of: number)), Array(bytes[range]))
    }
    XCTAssertEqual(table.count, Set(ranges.map { Array(bytes[$0]) }).count)
  }
}

extension Array {
  /// The same elements in another order, the same in every run.
  fileprivate func shuffledForTest() -> [Element] {
    var generator = SeededGenerator(seed: 3)
    return shuffled(using: &generator)
  }
}
