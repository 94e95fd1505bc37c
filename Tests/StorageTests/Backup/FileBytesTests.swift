import TestSupport
import Text
import XCTest

@testable import Storage

final class FileBytesTests: XCTestCase {
  func testARangeComesInPiecesWithItsDigest() throws {
    let test = try TestProgram()
    // More than one piece, and a message of which FIPS 180-4's authors published the digest.
    try test.put([0x21] + [UInt8](repeating: 0x61, count: 1_000_000) + [0x21], in: "a")
    for longest in [300_000, Int.max] {
      let files = FaultyFileSystem(longest: longest).files
      let handle = try files.open(test.path + "/a", .reading)
      defer { files.close(handle) }
      let bytes = FileBytes(files: files, handle: handle, range: 1..<1_000_001)
      var found = 0
      XCTAssertEqual(
        try bytes.digest { found += $0.count },
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
      XCTAssertEqual(found, 1_000_000)
      XCTAssertEqual(try bytes.all(), [UInt8](repeating: 0x61, count: 1_000_000))
    }
  }

  func testAFileThatBecameShorterIsAnError() throws {
    let test = try TestProgram()
    try test.put("short", in: "a")
    let handle = try FileSystem.posix.open(test.path + "/a", .reading)
    defer { FileSystem.posix.close(handle) }
    let bytes = FileBytes(files: .posix, handle: handle, range: 0..<6)
    XCTAssertEqual(
      problems { try bytes.all() }.map(\.message),
      ["could not read \(test.path)/a: it became shorter while it was being read; try again"])
  }
}
