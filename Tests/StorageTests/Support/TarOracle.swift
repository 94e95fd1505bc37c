import Foundation
import Records
import TestSupport
import XCTest

/// An archive that GNU tar made, with what it was made of.
enum TarOracle {
  /// A name that, with its folders, is one byte too long for one field.
  static let longName = String(repeating: "a", count: 85)
  static let files: [(path: String, contents: String)] = [
    ("participants.csv", "participant,enrolled_on\nP1,2026-01-05\n"),
    ("scores.csv", String(repeating: "x", count: 512)), ("empty.csv", ""),
    ("recovered/\(longName)", "half a line"), ("program.json", "{}\n"),
  ]

  static func moment() throws -> Timestamp { try XCTUnwrap(Timestamp("2026-06-30T12:00:00Z")) }

  static func archive() throws -> [UInt8] { try Fixtures.bytes("Oracles/tar/small.tar") }
}
