-- Task runs of each flow run: the flow run's id and state, the task runs' state (null where it has none), how many.
SELECT run.id, run.state_type, task.state_type, count(task.id)
FROM flow_run AS run LEFT JOIN task_run AS task ON task.flow_run_id = run.id
GROUP BY run.id, run.state_type, task.state_type
ORDER BY run.created;
