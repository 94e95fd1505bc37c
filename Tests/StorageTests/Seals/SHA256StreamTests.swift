import XCTest

@testable import Storage

final class SHA256StreamTests: XCTestCase {
  /// Messages and digests of NIST's examples for FIPS 180-4 (Cryptographic Standards and
  /// Guidelines, “SHA256.pdf” and “SHA2_Additional.pdf”).
  func testDigestsAreThoseThatNISTPublished() {
    let examples: [([UInt8], String)] = [
      (
        Array("abc".utf8), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
      ),
      (
        Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8),
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      ([0xBD], "68325720aabd7c82f30f554b313d0570c95accbb7dc4b5aae11204c08ffe732b"),
      (
        [UInt8](repeating: 0, count: 55),
        "02779466cdec163811d078815c633f21901413081449002f24aa3e80f0b88ef7"
      ),
      (
        [UInt8](repeating: 0, count: 56),
        "d4817aa5497628e7c77e6b606107042bbba3130888c5f47a375e6179be789fbb"
      ),
      (
        [UInt8](repeating: 0, count: 64),
        "f5a5fd42d16a20302798ef6ed309979b43003d2320d9f0e8ea9831a92759fb4b"
      ),
      (
        [UInt8](repeating: 0x61, count: 1_000_000),
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
      ),
    ]
    for (message, digest) in examples {
      var stream = SHA256Stream()
      stream.add(message)
      XCTAssertEqual(stream.digest, digest)
    }
  }

  func testPiecesMakeTheDigestOfTheWhole() {
    let message = (0..<300).map { UInt8(truncatingIfNeeded: $0 &* 37) }
    for length in [0, 1, 55, 56, 63, 64, 65, 119, 120, 127, 128, 129, 300] {
      var whole = SHA256Stream()
      whole.add(Array(message[..<length]))
      for size in [1, 3, 63, 64, 65, 100] {
        var pieces = SHA256Stream()
        for start in stride(from: 0, to: length, by: size) {
          pieces.add(Array(message[start..<min(start + size, length)]))
        }
        XCTAssertEqual(pieces.digest, whole.digest, "\(length) \(size)")
      }
    }
  }
}
