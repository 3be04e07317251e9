// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.query;

import java.util.List;
import java.util.Set;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.table.api.TableDescriptor;
import org.apache.flink.table.connector.source.DynamicTableSource;
import org.apache.flink.table.factories.DynamicTableSourceFactory;
import org.apache.flink.table.factories.FactoryUtil;
import org.apache.flink.table.types.logical.RowType;

/** Creates the sources of tables. Flink finds it through {@code META-INF/services}. */
public final class StateTableFactory implements DynamicTableSourceFactory {
  private static final String IDENTIFIER = "drey-state";
  private static final ConfigOption<String> LOCATION = text("location");
  private static final ConfigOption<List<String>> ALLOWED =
      ConfigOptions.key("allowed").stringType().asList().defaultValues();

  private static final ConfigOption<String> OPERATOR = text("operator");
  private static final ConfigOption<String> STATE = text("state");
  private static final ConfigOption<String> RUN = text("run");
  private static final ConfigOption<Boolean> KEYED =
      ConfigOptions.key("keyed").booleanType().noDefaultValue();

  private static ConfigOption<String> text(String key) {
    return ConfigOptions.key(key).stringType().noDefaultValue();
  }

  /** The options that this factory takes. */
  static TableDescriptor.Builder options(StateScan scan) {
    return TableDescriptor.forConnector(IDENTIFIER)
        .option(LOCATION, scan.location())
        .option(ALLOWED, scan.allowed())
        .option(OPERATOR, scan.operator())
        .option(STATE, scan.state())
        .option(KEYED, scan.isKeyed())
        .option(RUN, scan.run());
  }

  @Override
  public String factoryIdentifier() {
    return IDENTIFIER;
  }

  @Override
  public Set<ConfigOption<?>> requiredOptions() {
    return Set.of(LOCATION, OPERATOR, STATE, KEYED, RUN);
  }

  @Override
  public Set<ConfigOption<?>> optionalOptions() {
    return Set.of(ALLOWED);
  }

  @Override
  public DynamicTableSource createDynamicTableSource(Context context) {
    FactoryUtil.TableFactoryHelper helper = FactoryUtil.createTableFactoryHelper(this, context);
    helper.validate();
    ReadableConfig options = helper.getOptions();
    StateScan scan =
        new StateScan(
            options.get(LOCATION),
            options.get(ALLOWED),
            options.get(OPERATOR),
            options.get(STATE),
            options.get(KEYED),
            options.get(RUN));
    RowType columns = (RowType) context.getPhysicalRowDataType().getLogicalType();
    return new StateTableSource(new StateScan.Part(scan, columns, Long.MAX_VALUE));
  }
}
