import { PRIORITIES, type Priority, type Station, type StationId } from '#contracts';
import { COMMON, Field, Segments, serverNow, STATS, useTexts } from '#web';
import { isInOrder, lastDays, LENGTH_DAYS, type Days, type PeriodKey } from './period.js';

export interface Filter {
  period: PeriodKey;
  days: Days;
  priority: Priority | null;
  stationId: StationId | null;
}

const LEVELS = [1, 2, 3, 4] as const;

/** Which days, which level, which station. */
export function Filters(props: { filter: Filter; stations: readonly Station[]; onChange: (filter: Filter) => void }) {
  const { t } = useTexts();
  const { filter, onChange } = props;
  const choose = (period: PeriodKey) =>
    onChange({ ...filter, period, days: period === 'own' ? filter.days : lastDays(LENGTH_DAYS[period], serverNow()) });
  const own = filter.period === 'own';
  return (
    <div className="filters no-print" role="group" aria-label={t(STATS.period)}>
      <Segments<PeriodKey>
        label={t(STATS.period)}
        value={filter.period}
        onChange={choose}
        choices={[
          { value: 'today', label: t(STATS.today) },
          { value: 'week', label: t(STATS.days, { n: LENGTH_DAYS.week }) },
          { value: 'month', label: t(STATS.days, { n: LENGTH_DAYS.month }) },
          { value: 'own', label: t(STATS.own) },
        ]}
      />
      {own ? (
        <>
          <DayField
            label={t(STATS.from)}
            value={filter.days.first}
            fault={isInOrder(filter.days) ? null : t(STATS.periodWrong)}
            onChange={(first) => onChange({ ...filter, days: { ...filter.days, first } })}
          />
          <DayField
            label={t(STATS.to)}
            value={filter.days.last}
            fault={null}
            onChange={(last) => onChange({ ...filter, days: { ...filter.days, last } })}
          />
        </>
      ) : null}
      <Field label={t(STATS.priority)}>
        {(ids) => (
          <select
            {...ids}
            className="input"
            value={filter.priority ?? ''}
            onChange={({ target: { value } }) =>
              onChange({ ...filter, priority: LEVELS.find((level) => String(level) === value) ?? null })
            }
          >
            <option value="">{t(STATS.everyPriority)}</option>
            {LEVELS.map((level) => (
              <option key={level} value={level}>
                {t(COMMON.level, { level })} – {t(PRIORITIES[level])}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t(STATS.station)}>
        {(ids) => (
          <select
            {...ids}
            className="input"
            value={filter.stationId ?? ''}
            onChange={({ target: { value } }) =>
              onChange({ ...filter, stationId: props.stations.find(({ id }) => id === value)?.id ?? null })
            }
          >
            <option value="">{t(STATS.everyStation)}</option>
            {props.stations.map(({ id, shortName }) => (
              <option key={id} value={id}>
                {shortName}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  );
}

function DayField(props: { label: string; value: string; fault: string | null; onChange: (day: string) => void }) {
  return (
    <Field label={props.label} fault={props.fault}>
      {(ids) => (
        <input
          {...ids}
          className="input"
          type="date"
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
