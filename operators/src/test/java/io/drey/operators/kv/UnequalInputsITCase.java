// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.api.connector.source.lib.util.IteratorSourceReader;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.apache.flink.util.NumberSequenceIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A store whose source has a reader that ends long before the other one. */
@Timeout(120)
class UnequalInputsITCase {
  @Test
  void takesCheckpointsAfterOneInputHasEnded() throws Exception {
    Configuration settings = new Configuration();
    settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(20));
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(settings);
    env.setParallelism(2);
    DataStream<String> commands =
        env.fromSource(new Unequal(), WatermarkStrategy.noWatermarks(), "commands")
            .map(number -> "list_groups " + number)
            .returns(Types.STRING);

    List<String> answers = new ArrayList<>();
    try (CloseableIterator<String> all =
        CommandLines.attach(commands, KvOptions.lasting(), null).answers().executeAndCollect()) {
      all.forEachRemaining(answers::add);
    }

    assertThat(answers).containsExactlyInAnyOrder("list_groups 1 -> []", "list_groups 2 -> []");
  }

  /** Two splits of one number each; the second reader ends after some checkpoints more. */
  private static final class Unequal extends NumberSequenceSource {
    private static final long serialVersionUID = 1L;

    Unequal() {
      super(1, 2);
    }

    @Override
    public SourceReader<Long, NumberSequenceSplit> createReader(SourceReaderContext context) {
      return new Waiting(context, context.getIndexOfSubtask() == 0 ? 0 : 5);
    }
  }

  private static final class Waiting
      extends IteratorSourceReader<
          Long, NumberSequenceIterator, NumberSequenceSource.NumberSequenceSplit> {
    private static final int MOST_ABORTED = 50;

    private int checkpoints;
    private int aborted;

    Waiting(SourceReaderContext context, int checkpoints) {
      super(context);
      this.checkpoints = checkpoints;
    }

    @Override
    public InputStatus pollNext(ReaderOutput<Long> output) {
      return checkpoints > 0 ? InputStatus.NOTHING_AVAILABLE : super.pollNext(output);
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) {
      checkpoints--;
    }

    @Override
    public void notifyCheckpointAborted(long checkpointId) {
      aborted++;
      if (checkpoints > 0 && aborted == MOST_ABORTED) {
        throw new IllegalStateException("No checkpoint completes any more");
      }
    }
  }
}
