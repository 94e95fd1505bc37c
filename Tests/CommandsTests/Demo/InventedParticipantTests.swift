import Records
import XCTest

@testable import Commands

final class InventedParticipantTests: XCTestCase {
  private let people = InventedParticipantTests.people(40_000)

  private static func people(_ count: Int) -> [InventedParticipant] {
    var generator = SeededGenerator(seed: 1)
    let timepoints = InventedCohort.settings(store: .csv).timepoints
    return (0..<count).map { _ in
      InventedParticipant(timepoints: timepoints, questionnaires: 4, using: &generator)
    }
  }

  func testDropOutGrowsAsPlanned() {
    let shares = (0..<4).map { timepoint in share { $0.visits[timepoint] != nil } }
    XCTAssertEqual(shares[0], 1)
    XCTAssertEqual(shares[1], 0.62, accuracy: 0.01)
    XCTAssertEqual(shares[2], 0.52, accuracy: 0.01)
    XCTAssertEqual(shares[3], 0.45, accuracy: 0.01)
  }

  func testSomeComeBackButMostStayAway() {
    let absent = people.filter { $0.visits[1] == nil }
    let back = absent.count { $0.visits[2] != nil }
    XCTAssertEqual(Double(back) / Double(absent.count), 0.145, accuracy: 0.015)
  }

  func testThoseWorseOffDropOutALittleMoreOften() {
    let (present, absent) = (
      people.filter { $0.visits[3] != nil }, people.filter { $0.visits[3] == nil }
    )
    let difference = mean(absent.map(\.severity)) - mean(present.map(\.severity))
    XCTAssertTrue(0.1...0.5 ~= difference, "\(difference) standard deviations")
  }

  /// Scores are missing at random: dropping out has nothing to do with how the program goes.
  func testTheCourseHasNothingToDoWithDroppingOut() {
    let present = people.filter { $0.visits[3] != nil }
    XCTAssertEqual(mean(present.map(\.course)), 0, accuracy: 0.03)
  }

  func testOnlyThoseAbsentAtTheEndWithdraw() {
    let withdrawn = people.filter { $0.withdrawal != nil }
    XCTAssertTrue(withdrawn.allSatisfy { $0.visits[3] == nil })
    XCTAssertEqual(share { $0.withdrawal != nil }, 0.05 * 0.55, accuracy: 0.004)
  }

  func testAMistakenSiteIsAnotherSite() {
    let mistaken = people.filter { $0.mistakenSite != nil }
    XCTAssertTrue(mistaken.allSatisfy { $0.mistakenSite != $0.site })
    XCTAssertTrue(0.01...0.03 ~= share { $0.mistakenSite != nil })
  }

  func testFourSitesAndFourAgeBands() {
    XCTAssertEqual(
      Set(people.map(\.site)), ["Eastgate", "Harbor", "Millbrook", "Northside"])
    XCTAssertEqual(Set(people.map(\.ageBand)), ["18-29", "30-44", "45-59", "60-70"])
  }

  func testAChangeNeedsBothFormsToCount() {
    for person in people.prefix(5000) {
      for questionnaire in 0..<4 {
        let counts = [0, 2].map {
          person.visits[$0].map { $0.fates[questionnaire].hasFinalScore } ?? false
        }
        XCTAssertEqual(
          person.hasChange(questionnaire: questionnaire, timepoint: 2), counts == [true, true])
      }
    }
  }

  private func share(_ condition: (InventedParticipant) -> Bool) -> Double {
    Double(people.count(where: condition)) / Double(people.count)
  }

  private func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(values.count)
  }
}
