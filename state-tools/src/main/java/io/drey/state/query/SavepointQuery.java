// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.query;

import io.drey.jobs.function.UserJars;
import io.drey.jobs.local.LocalConfiguration;
import io.drey.state.snapshot.file.LocalDirectories;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.Schema;
import org.apache.flink.table.api.SqlParserException;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.api.TableException;
import org.apache.flink.table.api.TableResult;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.types.Row;

/** Runs SQL queries over the states of a savepoint, in an embedded cluster. */
public final class SavepointQuery {
  private static final String CATALOG = "savepoint";
  private static final Set<String> TOLD = Set.of("name", "type", "comment");

  /** Flink's message if a valid query could not be started. */
  private static final String NOT_RUN = "Failed to execute sql";

  private final String location;
  private final LocalDirectories directories;
  private final StateTables tables;
  private final Notes notes;
  private final UserJars jars;

  private SavepointQuery(
      String location,
      LocalDirectories directories,
      StateTables tables,
      Notes notes,
      UserJars jars) {
    this.location = location;
    this.directories = directories;
    this.tables = tables;
    this.notes = notes;
    this.jars = jars;
  }

  /**
   * Starts a query.
   *
   * @param files the savepoint, with a directory for temporary files for this query alone
   * @param jars with classes of the job, which the calling thread finds too
   * @throws IllegalArgumentException if the query is invalid or is not a read-only statement
   * @throws io.drey.state.snapshot.SavepointException if the savepoint cannot be read
   */
  public static QueryResult ask(SnapshotFiles files, String sql, UserJars jars) {
    Statement statement = Statement.of(sql);
    StateTables tables = StateTables.of(files);
    LocalDirectories directories = files.directories();
    Notes notes = Notes.begin(directories.temporary().toString());
    if (statement.kind() == Statement.Kind.SHOW_TABLES) {
      tables.damage().forEach(notes::damage);
      return tables.list(notes);
    }
    return new SavepointQuery(files.toString(), directories, tables, notes, jars).ask(statement);
  }

  private QueryResult ask(Statement statement) {
    TableEnvironment environment = TableEnvironment.create(settings());
    Set<String> operators = new HashSet<>();
    tables
        .of(statement.names())
        .forEach((path, table) -> declare(environment, path, table, operators));
    try {
      return switch (statement.kind()) {
        case QUERY -> answer(environment.sqlQuery(statement.sql()).execute());
        case DESCRIBE -> description(environment.executeSql(statement.sql()));
        default -> answer(environment.executeSql(statement.sql()));
      };
    } catch (TableException e) {
      throw e.getCause() != null && NOT_RUN.equals(e.getMessage())
          ? new QueryFailedException(e.getCause())
          : invalid(statement, e);
    } catch (SqlParserException | ValidationException | IllegalArgumentException e) {
      throw invalid(statement, e);
    }
  }

  private IllegalArgumentException invalid(Statement statement, RuntimeException failure) {
    return new IllegalArgumentException(QueryProblem.of(statement.sql(), tables, failure), failure);
  }

  private QueryResult answer(TableResult result) {
    return new QueryResult(type(result), result.collect(), notes);
  }

  private static RowType type(TableResult result) {
    return (RowType) result.getResolvedSchema().toSourceRowDataType().getLogicalType();
  }

  /** Returns the parts of Flink's description of columns that can differ here. */
  private QueryResult description(TableResult result) {
    RowType all = type(result);
    List<RowType.RowField> fields =
        all.getFields().stream().filter(field -> TOLD.contains(field.getName())).toList();
    int[] indexes = fields.stream().mapToInt(field -> all.getFieldIndex(field.getName())).toArray();
    List<Row> rows = new ArrayList<>();
    result.collect().forEachRemaining(row -> rows.add(Row.project(row, indexes)));
    return QueryResult.of(new RowType(fields), rows, notes);
  }

  private EnvironmentSettings settings() {
    Configuration configuration = LocalConfiguration.of(directories.temporary());
    configuration.set(CoreOptions.DEFAULT_PARALLELISM, 1);
    configuration.set(PipelineOptions.OBJECT_REUSE, true);
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    configuration.setString("table.local-time-zone", "UTC");
    jars.options(Map.of()).forEach(configuration::setString);
    return EnvironmentSettings.newInstance()
        .inBatchMode()
        .withBuiltInCatalogName(CATALOG)
        .withBuiltInDatabaseName(StateTables.ANY_OPERATOR)
        .withConfiguration(configuration)
        .build();
  }

  /**
   * Declares a table.
   *
   * @param operators the operators for which a database was created
   */
  private void declare(
      TableEnvironment environment, TablePath path, StateTable table, Set<String> operators) {
    if (operators.add(path.operator())) {
      environment.executeSql("CREATE DATABASE IF NOT EXISTS " + path.quotedOperator());
    }
    Schema.Builder schema = Schema.newBuilder();
    for (StateColumn column : table.columns()) {
      schema.column(column.name(), column.type());
      if (column.comment() != null) {
        schema.withComment(column.comment());
      }
    }
    StateScan scan =
        new StateScan(
            location,
            directories.allowed().stream().map(Path::toString).toList(),
            table.operator().hash(),
            table.state(),
            table.isKeyed(),
            directories.temporary().toString());
    environment.createTemporaryTable(
        path.toString(), StateTableFactory.options(scan).schema(schema.build()).build());
  }
}
