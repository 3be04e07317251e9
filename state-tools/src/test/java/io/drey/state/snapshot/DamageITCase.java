// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot;

import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.state.sample.Damage;
import io.drey.state.sample.ExpectedRows;
import io.drey.state.sample.Rows;
import io.drey.state.sample.SampleJob;
import io.drey.state.sample.Snapshots;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.metadata.KeyedHandle;
import io.drey.state.snapshot.metadata.Metadata;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Snapshots with wrong bytes: what is wrong is reported, and nothing else happens. */
class DamageITCase {
  /** Of each snapshot; where a header is damaged, each may search for the ends of all values. */
  private static final int TRIALS = Integer.getInteger("drey.fuzz.inputs", 20_000) / 100;

  private static final String METADATA = "_metadata";
  private static final long BLOCK_BASED_TABLE = 0x88e241b785f4cff7L;

  private final Path directory;

  DamageITCase(@TempDir Path directory) {
    this.directory = directory;
  }

  @ParameterizedTest
  @EnumSource
  void findsNoDamageWhereThereIsNone(Snapshots snapshot) {
    Damage damage = Damage.of(snapshot.path());

    assertThat(damage.reports()).isEmpty();
    assertThat(damage.damagedRows()).isZero();
    assertThat(damage.rows()).isGreaterThan(SampleJob.KEYS);
  }

  @Test
  void refusesMetadataCutOffAtAnyLength() throws IOException {
    byte[] whole = Files.readAllBytes(Snapshots.CHECKPOINT_OF_ROCKSDB.path().resolve(METADATA));
    for (int length = 0; length < whole.length; length++) {
      ByteReader in = ByteReader.of("m", Arrays.copyOf(whole, length));

      assertThatThrownBy(() -> Metadata.read(in, METADATA))
          .isInstanceOf(SavepointException.class)
          .hasMessageStartingWith("Cannot read m: ");
    }
  }

  @ParameterizedTest
  @EnumSource(
      names = {"COMPRESSED_CANONICAL_OF_HASHMAP", "NATIVE_OF_ROCKSDB", "CHECKPOINT_OF_HASHMAP"})
  void reportsFilesThatAreCutOff(Snapshots snapshot) throws IOException {
    copy(snapshot.path());
    for (Path file : files()) {
      byte[] whole = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(whole, whole.length - 1));

      assertThat(Damage.of(directory).reports()).as(file.toString()).isNotEmpty();

      Files.write(file, whole);
    }
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "CANONICAL_OF_HASHMAP",
        "NATIVE_OF_HASHMAP",
        "COMPRESSED_CANONICAL_OF_HASHMAP",
        "COMPRESSED_NATIVE_OF_HASHMAP",
        "CHECKPOINT_OF_HASHMAP",
        "CANONICAL_OF_ROCKSDB",
        "RAW_TIMERS_OF_ROCKSDB"
      })
  void bearsWrongBytesAnywhere(Snapshots snapshot) throws IOException {
    copy(snapshot.path());
    long rows = Damage.of(directory).rows();
    Random random = new Random(snapshot.name().hashCode());
    List<Path> files = files();
    int reported = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      Path file = files.get(random.nextInt(files.size()));
      byte[] whole = Files.readAllBytes(file);
      Files.write(file, damaged(whole, random));

      Damage damage = Damage.of(directory);

      assertThat(damage.rows() < rows && damage.reports().isEmpty() && damage.damagedRows() == 0)
          .as(file + " at byte " + Arrays.mismatch(whole, Files.readAllBytes(file)) + ": " + damage)
          .isFalse();
      reported += damage.reports().isEmpty() && damage.damagedRows() == 0 ? 0 : 1;
      Files.write(file, whole);
    }

    assertThat(reported).isBetween(TRIALS / 4, TRIALS * 19 / 20);
  }

  @Test
  void noticesEveryWrongByteOfWhatIsCompressed() throws IOException {
    copy(Snapshots.COMPRESSED_CANONICAL_OF_HASHMAP.path());
    KeyedHandle.Sections windows = windows(directory);
    Path file = directory.resolve(windows.file().path());
    byte[] whole = Files.readAllBytes(file);
    int first =
        (int)
            windows.offsets().stream().mapToLong(it -> it).filter(it -> it > 0).min().orElseThrow();
    for (int at = first; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 4;
      Files.write(file, damaged);

      // another way to say the same, such as a copy from elsewhere, is none
      if (Damage.of(directory).reports().isEmpty()) {
        assertThat(Rows.keyed(directory, "windows"))
            .as("byte " + at)
            .containsExactlyInAnyOrderElementsOf(ExpectedRows.ofWindows());
      }
    }
  }

  private static KeyedHandle.Sections windows(Path snapshot) {
    return SnapshotFiles.at(snapshot.toString()).metadata().operators().stream()
        .filter(operator -> operator.id().toString().equals("windows"))
        .map(operator -> (KeyedHandle.Sections) operator.subtasks().get(0).managedKeyed())
        .findFirst()
        .orElseThrow();
  }

  /** All blocks that hold something have a checksum; what is left are bytes nobody reads. */
  @Test
  void reportsWrongBytesInTables() throws IOException {
    copy(Snapshots.NATIVE_OF_ROCKSDB.path());
    List<String> rows = keyedRows();
    Random random = new Random(3);
    List<Path> tables = new ArrayList<>();
    for (Path file : files()) {
      if (isTable(Files.readAllBytes(file))) {
        tables.add(file);
      }
    }
    int trials = TRIALS / 5;
    int reported = 0;
    for (int trial = 0; trial < trials; trial++) {
      Path file = tables.get(random.nextInt(tables.size()));
      byte[] whole = Files.readAllBytes(file);
      Files.write(file, damaged(whole, random));

      if (Damage.of(directory).reports().isEmpty()) {
        assertThat(keyedRows())
            .as(file + " at byte " + Arrays.mismatch(whole, Files.readAllBytes(file)))
            .isEqualTo(rows);
      } else {
        reported++;
      }
      Files.write(file, whole);
    }

    assertThat(reported).isGreaterThan(trials * 3 / 4);
  }

  private List<String> keyedRows() {
    return Stream.of("many-states", "windows")
        .flatMap(operator -> Rows.keyed(directory, operator).stream())
        .toList();
  }

  /** As the last bytes of the footer say. */
  private static boolean isTable(byte[] file) {
    return file.length > Long.BYTES
        && ByteBuffer.wrap(file).order(LITTLE_ENDIAN).getLong(file.length - Long.BYTES)
            == BLOCK_BASED_TABLE;
  }

  private static byte[] damaged(byte[] whole, Random random) {
    byte[] damaged = whole.clone();
    int at = random.nextInt(damaged.length);
    if (random.nextInt(4) > 0) {
      damaged[at] ^= (byte) (1 << random.nextInt(8));
    } else {
      int count = Math.min(damaged.length - at, 1 + random.nextInt(8));
      byte[] noise = new byte[count];
      random.nextBytes(noise);
      System.arraycopy(noise, 0, damaged, at, count);
    }
    return damaged;
  }

  private void copy(Path snapshot) throws IOException {
    try (Stream<Path> files = Files.list(snapshot)) {
      for (Path file : files.toList()) {
        Files.copy(file, directory.resolve(file.getFileName()));
      }
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted(Comparator.comparing(file -> file.toFile().length())).toList();
    }
  }
}
