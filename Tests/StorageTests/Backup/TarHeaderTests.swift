import Records
import XCTest

@testable import Storage

final class TarHeaderTests: XCTestCase {
  func testHeadersAreThoseOfGNUTar() throws {
    let archive = try TarOracle.archive()
    let moment = try TarOracle.moment()
    var expected: [(Int, TarHeader?)] = [
      (0, TarHeader(path: "small", kind: .folder, modified: moment))
    ]
    var offset = 512
    for (path, contents) in TarOracle.files {
      if path.hasPrefix("recovered/") {
        expected.append(
          (offset, TarHeader(path: "small/recovered", kind: .folder, modified: moment)))
        offset += 512
      }
      let size = contents.utf8.count
      expected.append(
        (offset, TarHeader(path: "small/\(path)", kind: .file, size: size, modified: moment)))
      offset += 512 + (size + 511) / 512 * 512
    }
    for (offset, header) in expected {
      let block = Array(archive[offset..<offset + 512])
      XCTAssertEqual(header?.bytes, block, "\(offset)")
      XCTAssertEqual(TarHeader(block), header, "\(offset)")
    }
  }

  func testContentsAreFilledUpToWholeBlocks() throws {
    for (size, padded) in [(0, 0), (1, 512), (511, 512), (512, 512), (513, 1024)] {
      let header = TarHeader(path: "a", kind: .file, size: size, modified: try TarOracle.moment())
      XCTAssertEqual(header?.paddedSize, padded)
    }
  }

  /// The form has 100 bytes for a name, 155 for the folders before it, and 33 bits for a size.
  func testWhatHasNoRoomIsNoHeader() throws {
    let moment = try TarOracle.moment()
    func header(_ folders: Int, _ name: Int, size: Int = 0) -> TarHeader? {
      let before = folders == 0 ? "" : String(repeating: "d", count: folders) + "/"
      return TarHeader(
        path: before + String(repeating: "n", count: name), kind: .file, size: size,
        modified: moment)
    }
    for (folders, name) in [(0, 100), (155, 100), (60, 39), (1, 98), (1, 99)] {
      let header = header(folders, name)
      XCTAssertEqual(header.flatMap { TarHeader($0.bytes) }, header)
      XCTAssertNotNil(header, "\(folders) \(name)")
    }
    for (folders, name) in [(0, 0), (0, 101), (1, 101), (156, 100), (156, 1)] {
      XCTAssertNil(header(folders, name), "\(folders) \(name)")
    }
    XCTAssertNotNil(header(0, 1, size: (1 << 33) - 1))
    XCTAssertNil(header(0, 1, size: 1 << 33))
  }

  /// A clock that was never set.
  func testNothingIsOlderThan1970() throws {
    let header = TarHeader(
      path: "a", kind: .file, modified: Timestamp(secondsSinceEpoch: -5))
    XCTAssertEqual(header?.modified, Timestamp(secondsSinceEpoch: 0))
    XCTAssertEqual(header.flatMap { TarHeader($0.bytes) }, header)
  }

  func testEveryChangedByteIsSeen() throws {
    let block = try XCTUnwrap(
      TarHeader(path: "small/a", kind: .file, size: 3, modified: try TarOracle.moment())
    ).bytes
    for index in block.indices {
      for change: UInt8 in [0x01, 0x20, 0x80, 0xFF] {
        var changed = block
        changed[index] ^= change
        XCTAssertNil(TarHeader(changed), "\(index)")
      }
    }
    XCTAssertNil(TarHeader(Array(block.dropLast())))
  }
}
