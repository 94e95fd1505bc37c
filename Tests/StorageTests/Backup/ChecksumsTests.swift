import XCTest

@testable import Storage

final class ChecksumsTests: XCTestCase {
  /// As `sha256sum` of GNU coreutils 9.1 prints it.
  func testTheListIsThatOfSha256sum() {
    var sums = Checksums()
    sums.add(
      "empty", digest: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    sums.add(
      "recovered/abc", digest: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    XCTAssertEqual(
      String(decoding: sums.bytes, as: UTF8.self),
      """
      e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  empty
      ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  recovered/abc

      """)
  }
}
