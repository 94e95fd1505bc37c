import Text
import Instruments

/// The bands of all instruments as byte strings of an export, by score; missing where a score has
/// no band.
struct BandStrings {
  /// For each instrument, the number of the byte string for every entry of `ScoreColumn.scores`.
  private var numbers: [Int32] = []
  private let scores: Int

  /// Adds the bands to `strings`, each after `key`.
  /// - Parameter values: the different scores of the table.
  init(
    _ instruments: [Instrument], _ values: [Double], key: [UInt8], in syntax: TableSyntax,
    to strings: inout ByteStrings
  ) {
    scores = ScoreStrings.marks + values.count
    let missing = Int32(strings.add(key + syntax.missing))
    for instrument in instruments {
      let first = strings.add(count: instrument.bands.count) { index, bytes in
        bytes += key + syntax.text(instrument.bands[index].label)
      }
      numbers += repeatElement(missing, count: ScoreStrings.marks)
      numbers += values.map { value in
        let band = instrument.band(for: value).flatMap(instrument.bands.firstIndex(of:))
        return band.map { Int32(first + $0) } ?? missing
      }
    }
  }

  /// The number of the byte string for the band of an entry of `ScoreColumn.scores`.
  @inline(__always)
  subscript(instrument instrument: Int, score score: Int32) -> Int {
    Int(numbers[instrument * scores + ScoreStrings.marks + Int(score)])
  }
}
