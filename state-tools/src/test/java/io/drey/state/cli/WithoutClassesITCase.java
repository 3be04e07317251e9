// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.sample.Account;
import io.drey.state.sample.ForkedJvm;
import io.drey.state.sample.Snapshots;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The program in a JVM that has none of the job's classes. */
class WithoutClassesITCase {
  private static final String CLASS_PATH = ForkedJvm.classPathWithoutTests();

  @Test
  void runsWithoutTheClassesOfTheJob() throws Exception {
    ForkedJvm run = ForkedJvm.run(CLASS_PATH, List.of(Account.class.getName()));

    assertThat(run.err())
        .contains("Caused by: java.lang.ClassNotFoundException: " + Account.class.getName());
  }

  @ParameterizedTest
  @EnumSource(names = {"NATIVE_OF_HASHMAP", "CANONICAL_OF_ROCKSDB"})
  void listsWhatItListsWithThem(Snapshots snapshot) throws Exception {
    assertSame("ls", snapshot.path().toString(), "-o", "json");
  }

  @ParameterizedTest
  @CsvSource({
    "NATIVE_OF_HASHMAP, many-states",
    "NATIVE_OF_ROCKSDB, many-states",
    "CANONICAL_OF_HASHMAP, subtask-states"
  })
  void readsWhatItReadsWithThem(Snapshots snapshot, String operator) throws Exception {
    assertSame("read", snapshot.path().toString(), "--operator", operator);
  }

  /** This JVM has the classes; that it reads what is expected with them, other tests say. */
  private static void assertSame(String... arguments) throws Exception {
    List<String> all = Stream.concat(Stream.of("state"), Stream.of(arguments)).toList();
    TestingDrey with = new TestingDrey();
    int exit = with.run(all.toArray(new String[0]));

    ForkedJvm without =
        ForkedJvm.run(
            CLASS_PATH, Stream.concat(Stream.of(Main.class.getName()), all.stream()).toList());

    assertThat(without).isEqualTo(new ForkedJvm(exit, with.lines(), with.err().lines().toList()));
    assertThat(without.exit()).isZero();
    assertThat(without.out()).isNotEmpty();
  }
}
