import Text
import XCTest

/// An array's entries are changed without anything else of the value that holds it.
final class ArrayMutableSpanTests: XCTestCase {
  func testEntriesAreChangedWhereTheyAre() {
    var numbers = [1, 2, 3]
    let sum = numbers.withMutableSpan { entries in
      for index in entries.indices { entries[index] *= 10 }
      return entries[0] + entries[2]
    }
    XCTAssertEqual(numbers, [10, 20, 30])
    XCTAssertEqual(sum, 40)
  }

  func testAnArrayWithoutEntries() {
    var none: [Int] = []
    XCTAssertEqual(none.withMutableSpan { $0.count }, 0)
  }

  func testWhatTheBodyThrowsIsThrown() {
    struct Refused: Error {}
    var numbers = [1]
    XCTAssertThrowsError(
      try numbers.withMutableSpan { entries throws(Refused) in
        entries[0] = 2
        throw Refused()
      })
    XCTAssertEqual(numbers, [2])
  }

  func testACopyKeepsItsEntriesAndEveryOtherArray() {
    var table = Table()
    table.addByBuffer(1)
    let copy = table
    table.addByBuffer(2)
    XCTAssertEqual(copy.numbers, [1])
    XCTAssertEqual(copy.marks, [1])
    XCTAssertEqual(table.numbers, [1, 2])
    XCTAssertEqual(table.marks, [2])
  }

  /// The fault of the compiler that `withMutableSpan` is there for. Unoptimized code never had it.
  func testTheCompilersOwnSpan() throws {
    var table = Table()
    table.addBySpan(1)
    let copy = table
    table.addBySpan(2)
    let isRight = copy.numbers == [1] && copy.marks == [1]
    guard Self.isOptimized else { return XCTAssertTrue(isRight) }
    try XCTSkipIf(
      isRight,
      """
      This compiler is right about `mutableSpan`. When it is the oldest one that may build the \
      program, `withMutableSpan` and the rule in HouseTests can go.
      """)
  }

  /// Two arrays of one value: an entry of one is changed and another array grows.
  private struct Table {
    var marks = [0]
    var numbers: [Int] = []

    @inline(never)
    mutating func addByBuffer(_ number: Int) {
      marks.withMutableSpan { $0[0] = number }
      numbers.append(number)
    }

    @inline(never)
    mutating func addBySpan(_ number: Int) {
      var entries = marks.mutableSpan
      entries[0] = number
      numbers.append(number)
    }
  }

  /// Assertions are what the optimizer leaves out.
  private static var isOptimized: Bool {
    var isOptimized = true
    func note() -> Bool {
      isOptimized = false
      return true
    }
    assert(note())
    return isOptimized
  }
}
