import XCTest

@testable import Statistics

final class ElementaryFunctionsTests: XCTestCase {
  func testEachNameIsItsFunctionByClosedForms() {
    XCTAssertEqual(ElementaryFunctions.exponential(1), 2.718281828459045, accuracy: 1e-15)
    XCTAssertEqual(ElementaryFunctions.exponentialMinusOne(1e-20), 1e-20)
    XCTAssertEqual(ElementaryFunctions.logarithm(2), 0.6931471805599453, accuracy: 1e-16)
    XCTAssertEqual(ElementaryFunctions.logarithmOfOnePlus(1e-20), 1e-20)
    // Γ(6) = 5! and Γ(½) = √π.
    XCTAssertEqual(
      ElementaryFunctions.logarithmOfGamma(6), ElementaryFunctions.logarithm(120), accuracy: 1e-14)
    XCTAssertEqual(
      ElementaryFunctions.logarithmOfGamma(0.5), ElementaryFunctions.logarithm(.pi) / 2,
      accuracy: 1e-15)
  }
}
