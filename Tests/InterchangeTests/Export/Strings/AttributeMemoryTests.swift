import Records
import TestSupport
import XCTest

@testable import Interchange

final class AttributeMemoryTests: XCTestCase {
  func testItGivesWhatWasKnownOfEachBefore() throws {
    try eachSeed(0..<5) { generator in
      var memory = AttributeMemory()
      var known: [ParticipantID: [String]] = [:]
      for _ in 0..<500 {
        let number = Int.random(in: 0..<40, using: &generator)
        let id = try XCTUnwrap(ParticipantID(rawValue: "P\(number)"))
        let values = (0..<3).map { _ in "v\(Int.random(in: 0..<20, using: &generator))" }
        let told = memory.replace(values, of: id).map { memory.value($0) }
        XCTAssertEqual(told, values + (known[id] ?? ["", "", ""]))
        known[id] = values
      }
    }
  }

  func testWithoutAttributesThereIsNothingToKnow() throws {
    var memory = AttributeMemory()
    let id = try XCTUnwrap(ParticipantID(rawValue: "P1"))
    XCTAssertEqual(memory.replace([], of: id), [])
    XCTAssertEqual(memory.replace([], of: id), [])
  }
}
