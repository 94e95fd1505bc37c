import Foundation
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
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(SealOracle.self, from: data("sha256.json"))
  }

  /// The lines without or with seals, as `unsealed` or `sealed`.
  static func lines(_ kind: String, _ format: LineFormat) throws -> [UInt8] {
    Array(try data("\(kind).\(format.fileExtension)"))
  }

  /// The same bytes that the oracle hashes.
  static func message(_ length: Int) -> [UInt8] {
    (0..<length).map { (index: Int) -> UInt8 in
      UInt8((37 * index + 11 * (index / 64) + 5) % 256)
    }
  }

  private static func data(_ name: String) throws -> Data {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../Fixtures/Oracles/seals/\(name)")
    return try Data(contentsOf: url.standardized)
  }
}
