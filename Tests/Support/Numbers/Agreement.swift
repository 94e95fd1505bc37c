import XCTest

/// Asserts that two numbers agree to a relative tolerance, or that both are missing.
///
/// The tolerance is of the expected number, or of `scale` where the number is a small remainder of
/// larger ones, such as an end of an interval that happens to lie near 0.
///
/// Never inlined: where it is, the optimizer of Swift 6.3 ends with "Found ownership error".
@inline(never)
package func assertAgrees(
  _ actual: Double?, _ expected: Double?, relative tolerance: Double = 1e-9, scale: Double = 0,
  _ label: @autoclosure () -> String = "", file: StaticString = #filePath, line: UInt = #line
) {
  guard let actual, let expected else {
    XCTAssertTrue(
      actual == nil && expected == nil,
      "\(label()): \(String(describing: actual)) is not \(String(describing: expected))",
      file: file, line: line)
    return
  }
  // Written so that a result that is not a number fails.
  XCTAssertTrue(
    (actual - expected).magnitude <= tolerance * max(expected.magnitude, scale),
    "\(label()): \(actual) is not \(expected)", file: file, line: line)
}
