// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code list}, {@code status} and {@code stop}. */
class JobCommandsTest {
  private static final String JOB = "0123456789abcdef0123456789abcdef";
  private static final String METRICS =
      "/jobs/" + JOB + "/vertices/cbc357ccb763df2852fee8c4fc7d55f2/subtasks/metrics";

  private final TestingFlink flink;

  JobCommandsTest(@TempDir Path directory) throws IOException {
    flink =
        new TestingFlink(directory)
            .answer(
                "/jobs/" + JOB,
                """
                {"jid":"%s","name":"orders","state":"RUNNING","duration":61234,"now":1705312861234,
                 "vertices":[{"id":"cbc357ccb763df2852fee8c4fc7d55f2"}]}
                """
                    .formatted(JOB));
  }

  @AfterEach
  void end() {
    flink.close();
  }

  @Test
  void listsJobsInTheOrderOfTheirStarts() {
    flink.answer(
        "/jobs/overview",
        """
        {"jobs":[
         {"jid":"b","name":"later","state":"RUNNING","start-time":1705312860999,"duration":1999},
         {"jid":"a","name":"first","state":"FAILED","start-time":1705312800000,"duration":5}]}
        """);

    assertThat(flink.drey("list", "-m", flink.address(), "-o", "table"))
        .isEqualTo(
            new TestingFlink.Ended(
                0,
                """
                job  name   state    start                 duration
                a    first  FAILED   2024-01-15T10:00:00Z  0s
                b    later  RUNNING  2024-01-15T10:01:00Z  1s
                """,
                ""));
  }

  @Test
  void tellsHowAJobIs() {
    flink
        .answer(
            "/jobs/" + JOB + "/checkpoints",
            """
            {"counts":{"failed":2},
             "latest":{"completed":{"trigger_timestamp":1705312851234,"state_size":4096}}}
            """)
        .answer("/jobs/" + JOB + "/metrics?get=numRestarts", "[{\"value\":\"3\"}]")
        .answer(
            METRICS,
            // as long as Flink has not collected any
            "[]",
            """
            [{"id":"Source__in.source.in.events"},{"id":"Source__in.source.in.lateEvents"},
             {"id":"a.step.a.lateEvents"},{"id":"other"},{"id":"out.sink.out.events"}]
            """)
        .answer(
            METRICS
                + "?agg=sum&get=Source__in.source.in.events,Source__in.source.in.lateEvents,"
                + "a.step.a.lateEvents,out.sink.out.events",
            """
            [{"id":"Source__in.source.in.events","sum":10.0},
             {"id":"Source__in.source.in.lateEvents","sum":7.0},{"id":"a.step.a.lateEvents","sum":1.0},
             {"id":"out.sink.out.events","sum":9.0}]
            """);

    assertThat(flink.drey("status", JOB, "-m", flink.address(), "-o", "csv").out())
        .isEqualTo(
            """
            job,name,state,duration,restarts,checkpoint-age,checkpoint-bytes,failed-checkpoints,events-in,events-per-second,events-out,late,malformed,invalid
            %s,orders,RUNNING,61s,3,10s,4096,2,10,0.0,9,1,0,0
            """
                .formatted(JOB));
  }

  @Test
  void doesNotKnowOtherJobs() {
    String other = JOB.replace('0', 'f');

    assertThat(flink.drey("status", other, "-m", flink.address()))
        .isEqualTo(
            new TestingFlink.Ended(
                1, "", "drey: Unknown job: '%s' (drey list shows the jobs)\n".formatted(other)));
    assertThat(flink.drey("stop", "orders", "--savepoint", "/x", "-m", flink.address()).err())
        .isEqualTo("drey: Unknown job: 'orders' (drey list shows the jobs)\n");
  }

  @Test
  void stopsNoJobThatHasEnded() {
    flink.answer("/jobs/" + JOB + "/status", "{\"status\":\"FINISHED\"}");

    assertThat(flink.drey("stop", JOB, "--savepoint", "/x", "-m", flink.address()).err())
        .isEqualTo("drey: Cannot stop job %s: it is FINISHED\n".formatted(JOB));
  }

  @Test
  void tellsWhyAJobWasNotStopped() {
    answerStop(
        "java.util.concurrent.CompletionException: x\\n\\tat y\\nCaused by: java.io.IOException: No space left\\n");
    flink.answer("/jobs/" + JOB + "/exceptions", "{}");

    assertThat(stop()).isEqualTo("drey: Failed to stop job %s: No space left\n".formatted(JOB));
  }

  /** Flink's answer on the stop says only that the job has failed. */
  @Test
  void tellsWhyAJobFailedWhileItWasStopped() {
    answerStop(
        "x.FlinkException: A savepoint has been created at: file:/s/savepoint-1, but the"
            + " corresponding job failed during stopping. The savepoint is consistent, ...\\n\\tat y");
    flink.answer(
        "/jobs/" + JOB + "/exceptions",
        """
        {"exceptionHistory":{"entries":[
         {"timestamp":1705312861235,"stacktrace":"x.FlinkException: A savepoint has been created at: file:/s/savepoint-1, but the corresponding job failed during stopping\\n"},
         {"timestamp":1705312861234,"stacktrace":"x.Flink: z\\n\\tat y\\nCaused by: io.drey.X$LostException: It is lost\\n\\tat y\\nCaused by: kafka.FencedException: fenced"},
         {"timestamp":1705312861233,"stacktrace":"io.drey.X$OldException: Long before"}]}}
        """);

    assertThat(stop())
        .isEqualTo(
            "drey: Failed to stop job %s: It is lost. The savepoint file:/s/savepoint-1 is complete\n"
                .formatted(JOB));
  }

  @Test
  void tellsOfAFailureThatIsNotDreys() {
    answerStop("x.FlinkException: A savepoint has been created at: file:/s/1, but the job ...");
    flink.answer(
        "/jobs/" + JOB + "/exceptions",
        """
        {"exceptionHistory":{"entries":[
         {"timestamp":1705312861234,"stacktrace":"x.Flink: z\\n\\tat y\\nCaused by: java.io.IOException: No space left"}]}}
        """);

    assertThat(stop())
        .isEqualTo(
            "drey: Failed to stop job %s: No space left. The savepoint file:/s/1 is complete\n"
                .formatted(JOB));
  }

  private void answerStop(String trace) {
    flink
        .answer("/jobs/" + JOB + "/status", "{\"status\":\"RUNNING\"}")
        .answer("/jobs/" + JOB + "/checkpoints/config", "{\"state_backend\":\"Hashmap\"}")
        .answer("/jobs/" + JOB + "/stop", "{\"request-id\":\"t\"}")
        .answer(
            "/jobs/" + JOB + "/savepoints/t",
            """
            {"status":{"id":"COMPLETED"},"operation":{"failure-cause":{"stack-trace":"%s"}}}
            """
                .formatted(trace));
  }

  private String stop() {
    TestingFlink.Ended ended = flink.drey("stop", JOB, "--savepoint", "/x", "-m", flink.address());
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.out()).isEmpty();
    return ended.err();
  }

  @Test
  void tellsThatNobodyAnswers() {
    assertThat(TestingFlink.drey(Map.of(), "list", "-m", "127.0.0.1:1"))
        .isEqualTo(
            new TestingFlink.Ended(
                1,
                "",
                "drey: Cannot reach Flink at http://127.0.0.1:1: connection refused"
                    + " (-m HOST:PORT names the REST address of another cluster)\n"));
  }
}
