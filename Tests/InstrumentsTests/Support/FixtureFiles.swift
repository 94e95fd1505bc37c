import Foundation
import TestSupport
import Text
import XCTest

@testable import Instruments

/// The files that these tests read.
enum FixtureFiles {
  static let folder = Fixtures.url("Instruments")

  static func bytes(_ name: String) throws -> [UInt8] {
    try Fixtures.bytes("Instruments/\(name)")
  }

  static func instrument(_ name: String) throws -> Instrument {
    try Instrument(reading: JSONDocument.parse(bytes(name), file: name), file: name)
  }

  /// What reading a file finds wrong with it, as a person reads it.
  static func messages(_ name: String) throws -> String {
    let json = try JSONDocument.parse(bytes(name), file: name)
    do throws(Problems) {
      _ = try Instrument(reading: json, file: name)
      return ""
    } catch {
      return error.diagnostics.map { $0.text + "\n" }.joined()
    }
  }
}
