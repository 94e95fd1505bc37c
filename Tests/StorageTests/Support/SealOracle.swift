import Foundation
import TestSupport
import Text

/// What Python's hashlib says, from Fixtures/Oracles/seals.
struct SealOracle: Decodable {
  let millionA: String
  /// The hashes of `message` of 0, 1, 2, … bytes.
  let plain: [String]
  /// The same with `prefix` before the message.
  let afterPrefix: [String]

  static let prefix = "0123456789abcdef"

  static func load() throws -> SealOracle {
    try Fixtures.decode("Oracles/seals/sha256.json")
  }

  /// The lines without or with seals, as `unsealed` or `sealed`.
  static func lines(_ kind: String, _ format: LineFormat) throws -> [UInt8] {
    try Fixtures.bytes("Oracles/seals/\(kind).\(format.fileExtension)")
  }

  /// The same bytes that the oracle hashes.
  static func message(_ length: Int) -> [UInt8] {
    (0..<length).map { (index: Int) -> UInt8 in
      UInt8((37 * index + 11 * (index / 64) + 5) % 256)
    }
  }
}
