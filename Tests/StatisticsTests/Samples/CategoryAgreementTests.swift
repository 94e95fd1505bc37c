import Statistics
import TestSupport
import XCTest

final class CategoryAgreementTests: XCTestCase {
  func testAgreementAndKappaAgreeWithR() throws {
    for expected in try ProportionsCases.all().agreement {
      let agreement = try XCTUnwrap(CategoryAgreement(expected.counts))
      assertAgrees(agreement.proportion, expected.proportion, relative: 1e-15)
      assertAgrees(agreement.kappa, expected.kappa, relative: 1e-14, scale: 1)
    }
  }

  func testFullAgreementIsOneAndChanceIsZero() {
    XCTAssertEqual(CategoryAgreement([[9, 0], [0, 4]])?.kappa, 1)
    XCTAssertEqual(CategoryAgreement([[8, 4], [4, 2]])?.kappa, 0)
    XCTAssertEqual(CategoryAgreement([[0, 5], [5, 0]])?.kappa, -1)
  }

  func testOneCategoryHasNoKappa() {
    let agreement = CategoryAgreement([[7, 0], [0, 0]])
    XCTAssertEqual(agreement?.proportion, 1)
    XCTAssertNil(agreement?.kappa)
  }

  func testWhatIsUndefinedIsNil() {
    for counts in [[], [[0, 0], [0, 0]], [[1, 2]], [[1, 2], [3]], [[1, -1], [3, 4]]] {
      XCTAssertNil(CategoryAgreement(counts))
    }
  }
}
