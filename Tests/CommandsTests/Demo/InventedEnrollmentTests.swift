import Records
import XCTest

@testable import Commands

final class InventedEnrollmentTests: XCTestCase {
  private let events = (0..<4).flatMap {
    InventedCohort(participants: 4000).block($0).events
  }

  func testEverybodyIsEnrolledOnceAndFirst() {
    let histories = Dictionary(grouping: events, by: \.participant)
    XCTAssertEqual(histories.count, 4000)
    for history in histories.values {
      XCTAssertEqual(history.map(\.action).first, .enroll)
      XCTAssertEqual(history.count { $0.action == .enroll }, 1)
      XCTAssertEqual(history.map(\.recordedAt), history.map(\.recordedAt).sorted())
    }
  }

  func testAnUpdateChangesTheSiteAndNothingElse() throws {
    let histories = Dictionary(grouping: events, by: \.participant).values
    let updated = histories.filter { $0.contains { $0.action == .update } }
    XCTAssertTrue(20...120 ~= updated.count, "\(updated.count)")
    for history in updated {
      XCTAssertEqual(history[1].action, .update)
      XCTAssertEqual(history[1].date, history[0].date)
      XCTAssertNotEqual(history[1].attributes[0], history[0].attributes[0])
      XCTAssertEqual(history[1].attributes[1], history[0].attributes[1])
      XCTAssertFalse(history[1].reason.isEmpty)
    }
  }

  func testAWithdrawalKeepsWhatIsKnownAndSaysWhy() {
    let histories = Dictionary(grouping: events, by: \.participant).values
    let withdrawn = histories.filter { $0.contains { $0.action == .withdraw } }
    XCTAssertTrue(60...180 ~= withdrawn.count, "\(withdrawn.count)")
    for history in withdrawn {
      let (last, before) = (history[history.count - 1], history[history.count - 2])
      XCTAssertEqual(last.action, .withdraw)
      XCTAssertEqual(last.attributes, before.attributes)
      XCTAssertEqual(last.recordedAt.date, last.date)
      XCTAssertFalse(last.reason.isEmpty)
    }
  }
}
