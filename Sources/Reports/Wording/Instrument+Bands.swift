import Instruments

extension Instrument {
  /// The label of a score's band, marked where its source was not verified; empty without a band.
  package func bandText(for score: Double?) -> String {
    guard let band = score.flatMap(band(for:)) else { return "" }
    return hasVerifiedBands ? band.label : "\(band.label) (unverified)"
  }

  var hasVerifiedBands: Bool { bandsSource?.isVerified == true }
}
