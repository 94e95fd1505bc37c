import Records
import XCTest

@testable import Analysis

final class SmallNumberPolicyTests: XCTestCase {
  /// The rules as the policies' sources have them.
  func testPoliciesHideAndRoundAsTheirSourcesSay() {
    let cms = SmallNumberPolicy(PrivacySettings(policy: .cms))
    XCTAssertEqual((0...12).filter(cms.hides), Array(1...10))
    XCTAssertEqual(cms.rounded(813), 813)
    let nhs = SmallNumberPolicy(PrivacySettings(policy: .nhs))
    XCTAssertEqual((0...12).filter(nhs.hides), Array(1...4))
    XCTAssertEqual([0, 5, 7, 8, 12, 13].map(nhs.rounded), [0, 5, 5, 10, 10, 15])
    let opensafely = SmallNumberPolicy(PrivacySettings(policy: .opensafely))
    XCTAssertEqual((0...12).filter(opensafely.hides), Array(1...7))
    XCTAssertEqual([8, 12, 13].map(opensafely.rounded), [10, 10, 15])
    let own = SmallNumberPolicy(PrivacySettings(policy: .custom, minimum: 3, roundTo: 10))
    XCTAssertEqual((0...12).filter(own.hides), [1, 2])
    XCTAssertEqual([0, 4, 5, 14, 15].map(own.rounded), [0, 0, 10, 10, 20])
  }

  /// By listing every number that is shown alike; nobody is not taken for somebody.
  func testReadingsAreTheNumbersThatAreShownAlike() {
    for settings in [
      PrivacySettings(policy: .cms), PrivacySettings(policy: .nhs),
      PrivacySettings(policy: .opensafely),
      PrivacySettings(policy: .custom, minimum: 3, roundTo: 10),
      PrivacySettings(policy: .custom, minimum: 12, roundTo: 4),
    ] {
      let policy = SmallNumberPolicy(settings)
      let shown = (0...200).filter { !policy.hides($0) }
      for count in shown where count < 150 {
        XCTAssertEqual(
          shown.filter {
            policy.rounded($0) == policy.rounded(count) && ($0 == 0) == (count == 0)
          },
          Array(policy.readings(of: count)), "\(policy.name) \(count)")
      }
    }
  }
}
