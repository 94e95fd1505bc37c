import XCTest

/// Asserts that two numbers agree to 1e-9 of the expected one, or that both are missing.
func assertAgrees(
  _ actual: Double?, _ expected: Double?, _ label: @autoclosure () -> String = "",
  file: StaticString = #filePath, line: UInt = #line
) {
  guard let actual, let expected else {
    XCTAssertEqual(actual, expected, label(), file: file, line: line)
    return
  }
  // Written so that a result that is not a number fails.
  XCTAssertTrue(
    (actual - expected).magnitude <= 1e-9 * expected.magnitude,
    "\(label()): \(actual) is not \(expected)", file: file, line: line)
}
