// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.versioned;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.api.common.serialization.SimpleStringEncoder;
import org.apache.flink.connector.file.sink.FileSinkCommittable;
import org.apache.flink.connector.file.sink.FileSinkCommittableSerializer;
import org.apache.flink.connector.file.sink.writer.FileWriterBucketState;
import org.apache.flink.connector.file.sink.writer.FileWriterBucketStateSerializer;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.FileSourceSplitSerializer;
import org.apache.flink.connector.file.src.PendingSplitsCheckpoint;
import org.apache.flink.connector.file.src.PendingSplitsCheckpointSerializer;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.core.fs.local.LocalFileSystem;
import org.apache.flink.streaming.api.functions.sink.filesystem.InProgressFileWriter;
import org.apache.flink.streaming.api.functions.sink.filesystem.RowWiseBucketWriter;
import org.apache.flink.streaming.api.functions.sink.filesystem.WriterProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileFormatsTest {
  private static final org.apache.flink.core.fs.Path LOG =
      new org.apache.flink.core.fs.Path("file:/logs/a.log");

  private final Path directory;

  FileFormatsTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void showsSplits() throws IOException {
    FileSourceSplit split =
        new FileSourceSplit(
            "1",
            new org.apache.flink.core.fs.Path("s3://bucket/logs/a.log"),
            10,
            90,
            1_700_000_000_000L,
            200,
            new String[] {"h1", "h2"},
            new CheckpointedPosition(40, 2));

    assertThat(Versioned.list(StateBytes.SPLITS, FileSourceSplitSerializer.INSTANCE, split))
        .isEqualTo(
            "{'version':1,'id':'1','path':'s3://bucket/logs/a.log','offset':10,'length':90,"
                + "'modified':'2023-11-14T22:13:20.000Z','file_size':200,'hosts':['h1','h2'],"
                + "'position':{'offset':40,'records':2}}");
  }

  @Test
  void showsWhatEnumeratorsHaveFound() throws IOException {
    PendingSplitsCheckpoint<FileSourceSplit> pending =
        PendingSplitsCheckpoint.fromCollectionSnapshot(
            List.of(new FileSourceSplit("1", LOG, 0, 7, 0, 7)),
            List.of(new org.apache.flink.core.fs.Path("file:/logs/b.log")));
    PendingSplitsCheckpointSerializer<FileSourceSplit> serializer =
        new PendingSplitsCheckpointSerializer<>(FileSourceSplitSerializer.INSTANCE);

    assertThat(Versioned.coordinator(serializer.getVersion(), serializer.serialize(pending)))
        .isEqualTo(
            "{'version':1,'splits':[{'id':'1','path':'file:/logs/a.log','offset':0,'length':7,"
                + "'modified':'1970-01-01T00:00:00.000Z','file_size':7,'hosts':[],"
                + "'position':null}],'processed_paths':['file:/logs/b.log']}");
  }

  @Test
  void showsWhatWritersAndCommittersKeep() throws IOException {
    RowWiseBucketWriter<String, String> files =
        new RowWiseBucketWriter<>(
            new LocalFileSystem().createRecoverableWriter(), new SimpleStringEncoder<>());
    WriterProperties properties = files.getProperties();
    org.apache.flink.core.fs.Path part =
        new org.apache.flink.core.fs.Path(directory.resolve("part-0").toUri());
    InProgressFileWriter<String, String> open = files.openNewInProgressFile("b", part, 1000);
    open.write("hello", 1000);
    InProgressFileWriter.InProgressFileRecoverable written = open.persist();

    assertThat(
            hidden(
                Versioned.list(
                    StateBytes.WRITERS,
                    new FileWriterBucketStateSerializer(
                        properties.getInProgressFileRecoverableSerializer(),
                        properties.getPendingFileRecoverableSerializer()),
                    new FileWriterBucketState("b", part, 1000, written))))
        .isEqualTo(
            "{'version':3,'bucket':'b','path':'%1$s','created':'1970-01-01T00:00:01.000Z',"
                    .formatted(part)
                + "'open':{'path':'%s','file':%s}}".formatted(part.toUri(), file(6)));
    assertThat(
            hidden(
                Versioned.collector(
                    new FileSinkCommittableSerializer(
                        properties.getPendingFileRecoverableSerializer(),
                        properties.getInProgressFileRecoverableSerializer()),
                    new FileSinkCommittable("b", open.closeForCommit()))))
        .contains(
            "{'committable':{'bucket':'b','pending':{'path':'%s','size':6,'file':%s},"
                    .formatted(part.toUri(), file(6))
                + "'open_to_delete':null,'compacted_to_delete':null}");
  }

  private String file(long length) {
    return "{'target':'%s/part-0','written_as':'%s','length':%d}"
        .formatted(directory, "HIDDEN", length);
  }

  /** The name of the file that is written is random. */
  private static String hidden(String shown) {
    return shown.replaceAll("'written_as':'[^']*/\\.part-0[^']*'", "'written_as':'HIDDEN'");
  }
}
