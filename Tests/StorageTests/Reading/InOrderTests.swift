import Storage
import XCTest

final class InOrderTests: XCTestCase {
  private struct Stop: Error, Equatable {
    let at: Int
  }

  func testTheResultsComeInTheOrderOfThePieces() async {
    for pieces in [0, 1, 2, 3, 7, 50] {
      for threads in 1...5 {
        var results: [Int] = []
        await inOrder(pieces: pieces, threads: threads, scratch: ()) { piece, _ in
          // Later pieces are often done before earlier ones.
          (0..<(50 - piece) * 20).reduce(0, ^) &* 0 + piece
        } add: {
          results.append($0)
        }
        XCTAssertEqual(results, Array(0..<pieces))
      }
    }
  }

  func testAsManyScratchValuesExistAsTasks() async {
    let started = CallCount()
    await inOrder(pieces: 40, threads: 3, scratch: 0) { _, scratch in
      if scratch == 0 { started.add() }
      scratch += 1
    } add: {
    }
    XCTAssertEqual(started.count, 3)
  }

  func testNoMorePiecesAreTakenThanThereAre() async {
    let worked = CallCount()
    await inOrder(pieces: 2, threads: 8, scratch: ()) { _, _ in
      _ = worked.add()
    } add: {
    }
    XCTAssertEqual(worked.count, 2)
  }

  func testWhatAddThrowsEndsTheWork() async {
    for stop in [0, 1, 10, 39] {
      var results: [Int] = []
      do {
        try await inOrder(pieces: 40, threads: 3, scratch: ()) { piece, _ in
          piece
        } add: { (piece: Int) throws(Stop) in
          if piece == stop { throw Stop(at: piece) }
          results.append(piece)
        }
        XCTFail("nothing was thrown")
      } catch {
        XCTAssertEqual(error, Stop(at: stop))
      }
      XCTAssertEqual(results, Array(0..<stop))
    }
  }
}
