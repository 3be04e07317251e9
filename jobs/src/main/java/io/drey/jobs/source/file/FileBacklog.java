// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.file;

import io.drey.jobs.source.file.FileMatcher.Matches;
import io.drey.jobs.source.single.UnreadableInputException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of a reader that are not open: which of them it reads next, and which it has read. */
final class FileBacklog {
  private static final Logger LOG = LoggerFactory.getLogger(FileBacklog.class);

  /** Files may be renamed, or cut, while they are being looked into. */
  private static final int LISTINGS = 5;

  private static final int MOST_NAMES = 100;

  /** How often a followed file may be missed in a row. */
  private static final int ABSENCES = 10;

  private final FileInput input;
  private final FileLister lister;
  private final FileMatcher matcher;
  private final Deque<FileSplit> next = new ArrayDeque<>();

  /** Files that were not found, and how often in a row. */
  private Map<FileSplit, Integer> absent = new LinkedHashMap<>();

  private List<FileSplit> done = new ArrayList<>();
  private final AtomicInteger deleted = new AtomicInteger();
  private final AtomicInteger copies = new AtomicInteger();
  private final AtomicInteger unfinished = new AtomicInteger();

  FileBacklog(FileInput input) {
    this.input = input;
    RotationBases bases = new RotationBases();
    this.lister = new FileLister(input, bases);
    this.matcher = new FileMatcher(bases);
  }

  /** Adds files that were found already. */
  void add(List<FileSplit> splits) {
    for (FileSplit split : splits) {
      if (input.hasMoreOf(split)) {
        next.add(split);
      } else {
        read(split);
      }
    }
  }

  /**
   * Lists the files, and finds those again that were read before.
   *
   * @throws UnreadableInputException if a file is gone before it was read to its end
   */
  void refresh() throws IOException {
    Matches matches = matched();
    judge(matches.gone());
    checkUnread(matches.listed());
    matches.copies().forEach(FileBacklog::logCopy);
    copies.set(matches.copies().size());
    unfinished.set(0);
    done = new ArrayList<>();
    next.clear();
    add(matches.present());
    if (!next.isEmpty()) {
      LOG.info("Reading {}", names(next));
    }
  }

  private Matches matched() throws IOException {
    List<FileSplit> known = state();
    // nothing identifies the others
    known.removeIf(FileSplit::isUnread);
    List<InputFile> listed = lister.list(known);
    Matches matches = matcher.match(known, listed);
    for (int i = 1; i < LISTINGS && (!matches.gone().isEmpty() || matches.isAnyNew()); i++) {
      List<InputFile> before = listed;
      listed = lister.list(known);
      if (matches.gone().isEmpty() && hold(before, listed)) {
        return matches;
      }
      matches = matcher.match(known, listed);
    }
    return matches;
  }

  /**
   * Whether files were still what was listed once they had been looked into: one that was cut
   * meanwhile is not found to be the original of its copy.
   */
  private static boolean hold(List<InputFile> listed, List<InputFile> now) {
    Map<String, InputFile> files = new HashMap<>();
    now.forEach(file -> files.put(file.path(), file));
    return listed.stream()
        .allMatch(
            file -> {
              InputFile later = files.get(file.path());
              return later != null
                  && later.inode().equals(file.inode())
                  && later.length() >= file.length();
            });
  }

  /** Files that are gone may be on their way to another name, where they are followed. */
  private void judge(List<FileSplit> gone) throws UnreadableInputException {
    Map<FileSplit, Integer> still = new LinkedHashMap<>();
    for (FileSplit split : gone) {
      int looks = absent.getOrDefault(split, 0) + 1;
      if (input.follow() && looks < ABSENCES) {
        still.put(split, looks);
      } else if (split.ended()) {
        deleted.incrementAndGet();
        LOG.info("'{}' is gone, which had been read to its end", split.path());
      } else {
        throw lost(split);
      }
    }
    absent = still;
  }

  private static String names(Collection<FileSplit> splits) {
    List<String> names = splits.stream().limit(MOST_NAMES).map(FileSplit::path).toList();
    int others = splits.size() - names.size();
    return String.join(", ", names) + (others == 0 ? "" : " and " + others + " more");
  }

  private static void logCopy(InputFile copy, String original) {
    LOG.info("'{}' is left out: all that it holds is in '{}'", copy.path(), original);
  }

  /** Checks that files that were listed, and not read yet, are still there, by whatever name. */
  private void checkUnread(List<InputFile> listed) throws UnreadableInputException {
    Set<String> there = new HashSet<>();
    listed.forEach(file -> there.add(file.inode().isEmpty() ? file.path() : file.inode()));
    for (FileSplit split : next) {
      if (split.isUnread()
          && !there.contains(split.inode().isEmpty() ? split.path() : split.inode())) {
        if (!input.isGrowing()) {
          throw new UnreadableInputException(
              "Cannot read '" + split.path() + "': it was deleted before it was read");
        }
        deleted.incrementAndGet();
      }
    }
  }

  private static UnreadableInputException lost(FileSplit split) {
    return new UnreadableInputException(
        "Cannot continue '"
            + split.path()
            + "' at offset "
            + split.position().offset()
            + ": no listed file holds what was read of it; it was cut, overwritten or deleted."
            + " Put it back, or start without the savepoint");
  }

  /** Takes the next file to be read; null if there is none. */
  @Nullable FileSplit poll() {
    return next.poll();
  }

  boolean isEmpty() {
    return next.isEmpty();
  }

  /** Takes back a file that could not be opened. */
  void putBack(FileSplit split) {
    next.addFirst(split);
  }

  /** Takes back a file that was read to its present end. */
  void read(FileSplit split) {
    done.add(split);
    if (split.isUnfinished()) {
      unfinished.incrementAndGet();
    }
  }

  /** All files, those to be read behind the others. */
  List<FileSplit> state() {
    List<FileSplit> all = new ArrayList<>(done);
    all.addAll(next);
    all.addAll(absent.keySet());
    return all;
  }

  /** How many bytes are to be read at least, as they are stored. */
  long remaining() throws IOException {
    long bytes = 0;
    for (FileSplit split : next) {
      bytes += input.remaining(split);
    }
    return bytes;
  }

  /** The number of files that went since they were listed. */
  int deleted() {
    return deleted.get();
  }

  /** The number of files left out, since another file holds all that they hold. */
  int copies() {
    return copies.get();
  }

  /** The number of files that ended with a record that has no end, which was left. */
  int unfinished() {
    return unfinished.get();
  }
}
