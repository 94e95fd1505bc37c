import XCTest

@testable import Storage

final class SHA256Tests: XCTestCase {
  /// The examples of FIPS 180-2, appendix B, which NIST still publishes for FIPS 180-4.
  func testExamplesOfFIPS180() {
    XCTAssertEqual(
      hash(Array("abc".utf8)), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    XCTAssertEqual(
      hash(Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8)),
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
    XCTAssertEqual(
      hash([UInt8](repeating: 0x61, count: 1_000_000)),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  func testEveryLengthAgreesWithHashlib() throws {
    let oracle = try SealOracle.load()
    XCTAssertEqual(hash([UInt8](repeating: 0x61, count: 1_000_000)), oracle.millionA)
    XCTAssertEqual(oracle.plain.count, 131)
    for (length, expected) in oracle.plain.enumerated() {
      XCTAssertEqual(hash(SealOracle.message(length)), expected, "\(length) bytes")
    }
  }

  func testEveryLengthAfterSixteenBytesAgreesWithHashlib() throws {
    let oracle = try SealOracle.load()
    XCTAssertEqual(oracle.afterPrefix.count, 131)
    for (length, expected) in oracle.afterPrefix.enumerated() {
      XCTAssertEqual(
        hash(SealOracle.message(length), after: (0x3031_3233_3435_3637, 0x3839_6162_6364_6566)),
        expected, "\(length) bytes")
    }
  }

  private func hash(_ message: [UInt8], after prefix: (UInt64, UInt64)? = nil) -> String {
    let words = SHA256(message.span.bytes, after: prefix).words
    return [
      words.0, words.1, words.2, words.3, words.4, words.5, words.6, words.7,
    ].map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }
}
