// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.rule.KeyedSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KvStoreTest {
  private static final KvOptions LASTING = KvOptions.lasting();

  @Test
  void answersEachCommandAndTellsEachChange() throws Exception {
    assertThat(
            StoreRun.plain(
                LASTING,
                "set users u1 {\"n\":1}",
                "get users u1",
                "update users u1 [{\"type\":\"increment\",\"path\":\"n\"}]",
                "set users u1 2",
                "list users",
                "delete users u1",
                "get users u1",
                "delete users u1"))
        .containsExactly(
            "changes created users u1 null->{\"n\":1} at 0 until null @ 0",
            "main set users u1 {\"n\":1} -> null {\"n\":1} @ 0",
            "main get users u1 -> true {\"n\":1} @ 1",
            "changes updated users u1 {\"n\":1}->{\"n\":2} at 2 until null @ 2",
            "main update users u1 [{\"type\":\"increment\",\"path\":\"n\"}] ->"
                + " {\"n\":1} {\"n\":2} [] @ 2",
            "changes updated users u1 {\"n\":2}->2 at 3 until null @ 3",
            "main set users u1 2 -> {\"n\":2} 2 @ 3",
            "main list users -> [u1=2] @ 4",
            "changes deleted users u1 2->null at 5 until null @ 5",
            "main delete users u1 -> 2 @ 5",
            "main get users u1 -> false null @ 6",
            "main delete users u1 -> null @ 7");
  }

  @Test
  void writingTheSameValueAgainIsAnUpdate() throws Exception {
    assertThat(StoreRun.changes(LASTING, "set a k 1", "set a k 1"))
        .containsExactly(
            "created a k null->1 at 0 until null @ 0", "updated a k 1->1 at 1 until null @ 1");
  }

  @Test
  void keepsScopesApart() throws Exception {
    assertThat(StoreRun.answers(LASTING, "set a k 1", "set b k 2", "clear a", "get a k", "get b k"))
        .endsWith("clear a -> 1 @ 2", "get a k -> false null @ 3", "get b k -> true 2 @ 4");
  }

  @Test
  void listsEntriesByTheirKeys() throws Exception {
    assertThat(
            StoreRun.answers(LASTING, "set a b 1", "set a a 2", "set a ü 3", "set a B 4", "list a"))
        .endsWith("list a -> [B=4, a=2, b=1, ü=3] @ 4");
    assertThat(StoreRun.answers(LASTING, "list a")).containsExactly("list a -> [] @ 0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          list a . . . 2    | [a1=1, a2=2] then b1
          list a . . . 6    | [a1=1, a2=2, b1=3, b2=4, c=5, ～=6] then 😀
          list a . . . 7    | [a1=1, a2=2, b1=3, b2=4, c=5, ～=6, 😀=7]
          list a . b1 . 2   | [b1=3, b2=4] then c
          list a . c . 9    | [c=5, ～=6, 😀=7]
          list a b . . .    | [b1=3, b2=4]
          list a b b2 . .   | [b2=4]
          list a . a2 b2 .  | [a2=2, b1=3]
          list a b . b2 1   | [b1=3]
          list a a . . 1    | [a1=1] then a2
          list a b c . .    | []
          list a . c a .    | []
          list a x . . 1    | []
          """)
  void listsARangeOfEntriesAndWhereItGoesOn(String line, String entries) throws Exception {
    assertThat(
            StoreRun.answers(
                LASTING,
                "set a 😀 7",
                "set a b2 4",
                "set a a1 1",
                "set a ～ 6",
                "set a c 5",
                "set a b1 3",
                "set a a2 2",
                line))
        .last()
        .isEqualTo(line + " -> " + entries + " @ 7");
  }

  @Test
  void neitherListsWhatHasExpiredNorGoesOnThere() throws Exception {
    assertThat(
            StoreRun.plain(LASTING, "@0 set a k 1", "@0 set a l 2 ttl 100", "@100 list a . . . 1"))
        .contains("main list a . . . 1 -> [k=1] @ 100");
  }

  @Test
  void listsScopesInTheOrderOfTheirBytes() throws Exception {
    assertThat(StoreRun.answers(LASTING, "set 😀 k 1", "set ～ k 1", "list_groups"))
        .contains("list_groups -> [～, 😀] @ 2");
  }

  @Test
  void clearsAScopeOnce() throws Exception {
    assertThat(
            StoreRun.plain(LASTING, "set a k 1", "set a l 2", "clear a", "clear a").subList(4, 8))
        .containsExactlyInAnyOrder(
            "changes deleted a k 1->null at 2 until null @ 2",
            "changes deleted a l 2->null at 2 until null @ 2",
            "main clear a -> 2 @ 2",
            "main clear a -> 0 @ 3");
  }

  @Test
  void listsTheScopesThatHaveEntries() throws Exception {
    assertThat(
            StoreRun.answers(
                LASTING,
                "list_groups",
                "set b k 1",
                "set a k 1",
                "set a l 1",
                "list_groups",
                "delete a k",
                "list_groups 2",
                "delete a l",
                "list_groups 3",
                "clear b",
                "list_groups 4"))
        .filteredOn(line -> line.startsWith("list_groups"))
        .containsExactly(
            "list_groups -> [] @ 0",
            "list_groups -> [a, b] @ 4",
            "list_groups 2 -> [a, b] @ 6",
            "list_groups 3 -> [b] @ 8",
            "list_groups 4 -> [] @ 10");
  }

  @Test
  void undoesAnAtomicUpdateOfWhichAnOpFails() throws Exception {
    String failing = "[{\"type\":\"increment\",\"path\":\"n\"},{\"type\":\"increment\"}]";

    assertThat(
            StoreRun.plain(
                LASTING,
                "set a k {\"n\":1}",
                "update a k " + failing + " atomic",
                "get a k",
                "update a k " + failing,
                "update a new " + failing + " atomic",
                "get a new"))
        .endsWith(
            "main update a k "
                + failing
                + " atomic -> failed {\"n\":1} {\"n\":1}"
                + " [1:increment.not_number] @ 1",
            "main get a k -> true {\"n\":1} @ 2",
            "changes updated a k {\"n\":1}->{\"n\":2} at 3 until null @ 3",
            "main update a k "
                + failing
                + " -> failed {\"n\":1} {\"n\":2} [1:increment.not_number] @ 3",
            "main update a new "
                + failing
                + " atomic -> failed null null"
                + " [1:increment.not_number] @ 4",
            "main get a new -> false null @ 5");
  }

  @Test
  void comparesAndSets() throws Exception {
    String swap = "[{\"type\":\"test\",\"value\":1},{\"type\":\"set\",\"value\":2}]";

    assertThat(StoreRun.plain(LASTING, "set a k 1", "update a k " + swap, "update a k " + swap))
        .endsWith(
            "changes updated a k 1->2 at 1 until null @ 1",
            "main update a k " + swap + " -> 1 2 [] @ 1",
            "main update a k " + swap + " -> failed 2 2 [0:test.failed] @ 2");
  }

  @Test
  void anUpdateThatWritesNothingMakesNoEntry() throws Exception {
    assertThat(
            StoreRun.plain(
                LASTING, "update a k []", "update a k [{\"type\":\"remove\",\"path\":\"x\"}]"))
        .containsExactly(
            "main update a k [] -> null null [] @ 0",
            "main update a k [{\"type\":\"remove\",\"path\":\"x\"}] -> null null [] @ 1");
  }

  @Test
  void keepsNumbersAndTextsToTheDigit() throws Exception {
    assertThat(
            StoreRun.changes(
                LASTING,
                "set a k {\"x\":1.50,\"y\":12345678901234567890123,\"z\":\"\\ud800é\"}",
                "update a k [{\"type\":\"set\",\"path\":\"w\",\"value\":0.10}]"))
        .endsWith(
            "updated a k {\"x\":1.50,\"y\":12345678901234567890123,\"z\":\"\\ud800é\"}->"
                + "{\"x\":1.50,\"y\":12345678901234567890123,\"z\":\"\\uD800\\u00E9\",\"w\":0.10}"
                + " at 1 until null @ 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nonsense a k                          | unknown_op: Unknown op: nonsense
          set a k                               | missing_value: Missing value
          set a k "abcdefghijklmno"             | value_too_large: Invalid value: must have at most 16 bytes
          set a k "éééééééé"                    | value_too_large: Invalid value: must have at most 16 bytes
          update a k                            | bad_ops: Missing ops
          update a k {}                         | bad_ops: Invalid ops: must be an array but was an object
          update a k [{"type":"set","value":"abcdefghijklmno"}] | value_too_large: Invalid value: must have at most 16 bytes
          """)
  void refusesWhatItCannotDo(String line, String refusal) throws Exception {
    KvOptions small = LASTING.withMaxValueBytes(16);

    assertThat(StoreRun.plain(small, "set a k 1", line, "get a k"))
        .containsExactly(
            "changes created a k null->1 at 0 until null @ 0",
            "main set a k 1 -> null 1 @ 0",
            "main " + line + " -> " + refusal + " @ 1",
            "main get a k -> true 1 @ 2");
  }

  @Test
  void takesAValueOfJustTheSizeAllowed() throws Exception {
    assertThat(StoreRun.answers(LASTING.withMaxValueBytes(16), "set a k \"éééééé12\""))
        .containsExactly("set a k \"éééééé12\" -> null \"éééééé12\" @ 0");
  }

  @Test
  void refusesToUpdateANumberBeyondReason() throws Exception {
    String huge = "1".repeat(10_001);

    assertThat(
            StoreRun.answers(LASTING, "set a k " + huge, "update a k [{\"type\":\"increment\"}]")
                .get(1))
        .isEqualTo(
            "update a k [{\"type\":\"increment\"}] -> value_too_large: Cannot read JSON: it is malformed,"
                + " nests more than 1,100 deep, or has a number with more than 10,000 digits or an exponent"
                + " beyond 32 bits @ 1");
  }

  @Test
  void anEntryIsGoneAtItsInstantWithoutAWatermark() throws Exception {
    assertThat(
            StoreRun.plain(
                LASTING, "@0 set a k 1 ttl 100", "@99 get a k", "@100 get a k", "@100 list a"))
        .containsExactly(
            "changes created a k null->1 at 0 until 100 @ 0",
            "main set a k 1 ttl 100 -> null 1 @ 0",
            "main get a k -> true 1 @ 99",
            "main get a k -> false null @ 100",
            "main list a -> [] @ 100",
            "changes expired a k 1->null at 100 until 100 @ 100");
  }

  @Test
  void anEntryIsGoneOnceAWatermarkHasPassedIt() throws Exception {
    assertThat(
            StoreRun.watermarked(LASTING, "@0 set a k 1 ttl 100", "@102 get a k", "@103 set a k 2"))
        .containsExactly(
            "changes created a k null->1 at 0 until 100 @ 0",
            "main set a k 1 ttl 100 -> null 1 @ 0",
            "main get a k -> false null @ 102",
            "changes expired a k 1->null at 100 until 100 @ 100",
            "changes created a k null->2 at 103 until null @ 103",
            "main set a k 2 -> null 2 @ 103");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          set a k 2    | created a k null->2 at 100 until null @ 100
          update a k [{"type":"set","value":2}] | created a k null->2 at 100 until null @ 100
          delete a k   |
          clear a      |
          """)
  void aWritePastExpiryTellsOfItFirst(String write, String change) throws Exception {
    List<String> expected = new ArrayList<>();
    expected.add("created a k null->1 at 0 until 100 @ 0");
    expected.add("expired a k 1->null at 100 until 100 @ 100");
    if (change != null) {
      expected.add(change);
    }

    assertThat(StoreRun.changes(LASTING, "@0 set a k 1 ttl 100", "@100 " + write))
        .isEqualTo(expected);
  }

  @Test
  void setReplacesTheExpiryAndUpdateKeepsIt() throws Exception {
    KvOptions expiring = KvOptions.expiring(Duration.ofMillis(50));

    assertThat(
            StoreRun.changes(
                expiring,
                "@0 set a k 1",
                "@10 update a k [{\"type\":\"set\",\"value\":2}]",
                "@20 set a k 3",
                "@30 set a k 4 ttl 7",
                "@30 update a l [{\"type\":\"set\",\"value\":5}]"))
        .containsExactly(
            "created a k null->1 at 0 until 50 @ 0",
            "updated a k 1->2 at 10 until 50 @ 10",
            "updated a k 2->3 at 20 until 70 @ 20",
            "updated a k 3->4 at 30 until 37 @ 30",
            "created a l null->5 at 30 until 80 @ 30",
            "expired a k 4->null at 37 until 37 @ 37",
            "expired a l 5->null at 80 until 80 @ 80");
  }

  @Test
  void aScopeWhoseEntriesHaveExpiredIsNotListed() throws Exception {
    assertThat(
            StoreRun.watermarked(
                LASTING,
                "@0 set a k 1 ttl 100",
                "@50 list_groups",
                "@102 get b k",
                "@103 list_groups 2"))
        .contains("main list_groups -> [a] @ 50", "main list_groups 2 -> [] @ 103");
  }

  @Test
  void givesUpTheKeysOfAScopeThatWereNotUsedForTheLongestTime() throws Exception {
    KvOptions capped = LASTING.with(KeyedSettings.EVENT_TIME.withMaxKeys(2));

    assertThat(
            StoreRun.plain(
                capped, "set a k 1", "set a l 2", "get a k", "set a m 3", "list a", "get a l"))
        .endsWith(
            "changes created a m null->3 at 3 until null @ 3",
            "changes deleted a l 2->null at 3 until null @ 3",
            "main set a m 3 -> null 3 @ 3",
            "main list a -> [k=1, m=3] @ 4",
            "main get a l -> false null @ 5");
  }
}
