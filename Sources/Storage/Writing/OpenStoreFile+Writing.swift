import Records
import Text

extension OpenStoreFile {
  /// Moves the incomplete last line into a file of its own in `recovered/`, and then out of this
  /// one.
  func setTornLineAside(
    _ folder: ProgramFolder, at moment: Timestamp
  ) throws(Problems) -> StoreNotice {
    let files = folder.files
    let text = try tornText(files)
    let name = try explained { () throws(FileError) in
      let bytes = try files.read(handle, from: torn.lowerBound, count: torn.count, spare: 0)
      let stamp = moment.description.filter(\.isNumber)
      let name = try folder.freeNameInRecovered("\(stamp)-\(torn.lowerBound)", self.name)
      try files.create(folder.path(of: name), bytes)
      // Only now that the bytes are safe elsewhere.
      try files.truncate(handle, torn.lowerBound)
      try files.synchronize(handle)
      return name
    }
    return .tornLineSetAside(file: self.name, text: text, movedTo: name)
  }
}
