import Text

@testable import Storage

/// Verifies a store with one changed byte, without verifying again what stands far above or below
/// it.
///
/// The walk is known before each line. A change can only reach its own line and the two below.
struct TamperBench {
  private let bytes: [UInt8]
  /// Where each line starts, and the end.
  private var starts: [Int] = [0]
  private let place: SealPlace
  /// The walk before each line.
  private var walks: [SealWalk]

  private static let reach = 3

  init(_ store: SealedStore) {
    let format = store.program.settings.store
    bytes = Array(store.lines.joined())
    place = SealPlace(format)
    walks = [
      SealWalk(.scores, store.program.settings, firstLine: store.number(0))
    ]
    for (index, line) in store.lines.enumerated() {
      starts.append(starts[index] + line.count)
      var walk = walks[index]
      walk.add(piece(line))
      walks.append(walk)
    }
  }

  /// The faults after a byte of a line became another.
  func faults(line: Int, offset: Int, _ byte: UInt8) -> [SealFault] {
    let end = starts[min(line + Self.reach, starts.count - 1)]
    var changed = Array(bytes[starts[line]..<end])
    changed[offset] = byte
    var walk = walks[line]
    walk.add(piece(changed))
    walk.finish()
    return SealReport.File(.scores, name: "scores", walk).reportedFaults
  }

  private func piece(_ bytes: [UInt8]) -> SealPiece {
    SealPiece(
      bytes + [UInt8](repeating: 0, count: ByteWord.size), 0..<bytes.count, place, noted: [])
  }
}
